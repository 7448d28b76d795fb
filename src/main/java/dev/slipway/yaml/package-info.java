/** YAML with the place of every value, so that a mistake in a file can be shown where it stands. */
@NullMarked
package dev.slipway.yaml;

import org.jspecify.annotations.NullMarked;
