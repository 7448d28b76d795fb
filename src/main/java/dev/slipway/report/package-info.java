/** Pages that people read: an assessment of a fleet and of each host, as HTML, CSV and SARIF. */
@NullMarked
package dev.slipway.report;

import org.jspecify.annotations.NullMarked;
