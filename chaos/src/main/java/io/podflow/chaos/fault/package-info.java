/**
 * What can happen to a live portfolio's processes. A fault is struck at once and mended in its own
 * time, by what would mend it in earnest: whoever starts dead processes again.
 *
 * <p>Open {@link io.podflow.chaos.fault.FaultKind} first. Not here: when it happens, which is
 * {@code plan}, and how a process is reached, which is {@code stage}.
 */
@NullMarked
package io.podflow.chaos.fault;

import org.jspecify.annotations.NullMarked;
