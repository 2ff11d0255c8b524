/** The job as a graph, from bars to records; sources and sinks come from outside. */
@NullMarked
package io.podflow.job.topology;

import org.jspecify.annotations.NullMarked;
