/**
 * The state classes that savepoints of before logical names hold, one package for each package of
 * {@code io.podflow} that they were in: fields and constants, no behaviour. Nothing here is ever
 * changed; only {@link io.podflow.savepoints.upgrade} reads it, under the old names.
 */
@NullUnmarked
package io.podflow.savepoints.frozen;

import org.jspecify.annotations.NullUnmarked;
