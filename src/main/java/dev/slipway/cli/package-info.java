/** From the command line to the exit code: the only package that knows picocli, the console and the environment. */
@NullMarked
package dev.slipway.cli;

import org.jspecify.annotations.NullMarked;
