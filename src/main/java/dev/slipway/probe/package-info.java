/** What runs on a host: sh files with their limits, the script made of them, and the transcript that it writes. */
@NullMarked
package dev.slipway.probe;

import org.jspecify.annotations.NullMarked;
