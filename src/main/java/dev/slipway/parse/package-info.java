/** From evidence to facts: one parser a probe, each on what the one before it found. */
@NullMarked
package dev.slipway.parse;

import org.jspecify.annotations.NullMarked;
