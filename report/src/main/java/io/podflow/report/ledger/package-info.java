/**
 * The profit of each pod, from a replay of the pods' fills of {@code run.db} in order of time.
 *
 * <p>Open {@link io.podflow.report.ledger.LedgerReplay} first; {@link
 * io.podflow.report.ledger.Attribution} is its result, and {@link
 * io.podflow.report.ledger.PodPosition} is the position of one pod in one symbol during the replay.
 * The replay uses only rows of fills and prices, so its sums check the books of the run. Not here:
 * the books of a running portfolio (domain).
 */
@NullMarked
package io.podflow.report.ledger;

import org.jspecify.annotations.NullMarked;
