/**
 * What savepoints of before state had logical names hold of {@code io.podflow.job.state}: fields
 * and constants, nothing else. Never changed; only {@link io.podflow.savepoints.upgrade} reads it.
 */
@NullUnmarked
package io.podflow.savepoints.frozen.job.state;

import org.jspecify.annotations.NullUnmarked;
