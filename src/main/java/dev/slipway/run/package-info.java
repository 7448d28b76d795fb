/** The run directory: the only place that this program writes to. */
@NullMarked
package dev.slipway.run;

import org.jspecify.annotations.NullMarked;
