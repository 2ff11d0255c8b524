/**
 * What savepoints of before state had logical names hold of {@code io.podflow.domain.journal}:
 * fields and constants, nothing else. Never changed; only {@link io.podflow.savepoints.upgrade}
 * reads it.
 */
@NullUnmarked
package io.podflow.savepoints.frozen.domain.journal;

import org.jspecify.annotations.NullUnmarked;
