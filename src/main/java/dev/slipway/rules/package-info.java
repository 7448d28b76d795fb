/** The catalogue of conditions, one YAML file each, and the engine that asks them. */
@NullMarked
package dev.slipway.rules;

import org.jspecify.annotations.NullMarked;
