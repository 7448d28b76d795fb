/** What the command line, the options and the published counters of a Java virtual machine mean. */
@NullMarked
package dev.slipway.jvm;

import org.jspecify.annotations.NullMarked;
