/** From findings to numbers, each with its arithmetic. */
@NullMarked
package dev.slipway.score;

import org.jspecify.annotations.NullMarked;
