/**
 * What savepoints of before state had logical names hold of {@code io.podflow.domain.metrics}:
 * fields and constants, nothing else. Never changed; only {@link io.podflow.savepoints.upgrade}
 * reads it.
 */
@NullUnmarked
package io.podflow.savepoints.frozen.domain.metrics;

import org.jspecify.annotations.NullUnmarked;
