/** What runs by a clock: what it means, where it should run, and the proof that it means the same there. */
@NullMarked
package dev.slipway.schedule;

import org.jspecify.annotations.NullMarked;
