/** From hosts to evidence: connects, runs the script, redacts, and says how it went; many hosts at once. */
@NullMarked
package dev.slipway.scan;

import org.jspecify.annotations.NullMarked;
