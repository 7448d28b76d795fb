/** The whole way from evidence to an assessment, pure: no file, network, clock or environment. */
@NullMarked
package dev.slipway.assess;

import org.jspecify.annotations.NullMarked;
