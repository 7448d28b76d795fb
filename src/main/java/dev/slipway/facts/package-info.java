/** Typed facts: what was seen on a host, as plain values with units in their names. */
@NullMarked
package dev.slipway.facts;

import org.jspecify.annotations.NullMarked;
