/** From processes to workloads: what is one program to its owner, and which facts belong to it. */
@NullMarked
package dev.slipway.workload;

import org.jspecify.annotations.NullMarked;
