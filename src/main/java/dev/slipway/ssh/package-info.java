/** SSH with strict host keys, limits on everything, and outcomes as values: the only package that knows the SSH library. */
@NullMarked
package dev.slipway.ssh;

import org.jspecify.annotations.NullMarked;
