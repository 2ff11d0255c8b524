/**
 * Running the topology in a Flink cluster inside this process: options, job, engine.
 *
 * <p>Every Flink setting of a run is in {@link io.podflow.job.flink.FlinkOptions}.
 */
@NullMarked
package io.podflow.job.flink;

import org.jspecify.annotations.NullMarked;
