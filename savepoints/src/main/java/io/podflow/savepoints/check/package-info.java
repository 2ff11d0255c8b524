/**
 * {@code podflow state verify}: what must hold inside every state, and whether it fits a
 * configuration.
 *
 * <p>{@link io.podflow.savepoints.check.StateCheck} lists the checks. Each says where it looked,
 * what it found, and what was expected.
 */
@NullMarked
package io.podflow.savepoints.check;

import org.jspecify.annotations.NullMarked;
