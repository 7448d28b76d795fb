/** What a host said, word for word but for its secrets, with the place of every line. */
@NullMarked
package dev.slipway.evidence;

import org.jspecify.annotations.NullMarked;
