/** The hosts to look at, their owners, and the ways to them. */
@NullMarked
package dev.slipway.inventory;

import org.jspecify.annotations.NullMarked;
