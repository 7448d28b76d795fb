/** What an application owner gets: a Dockerfile, manifests, and a page that says what was found, what to decide and how to go on. */
@NullMarked
package dev.slipway.draft;

import org.jspecify.annotations.NullMarked;
