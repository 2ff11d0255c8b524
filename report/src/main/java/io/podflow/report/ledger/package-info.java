/**
 * What each pod earned, by replaying the pods' fills of {@code run.db} from the first to the last.
 *
 * <p>Open {@link io.podflow.report.ledger.LedgerReplay} first; {@link
 * io.podflow.report.ledger.Attribution} is its result, and {@link
 * io.podflow.report.ledger.PodPosition} is the position of one pod in one symbol on the way. The
 * replay uses only rows of fills and prices, so its sums check the books of the run. Not here: the
 * books of a running portfolio, which are the domain's.
 */
@NullMarked
package io.podflow.report.ledger;

import org.jspecify.annotations.NullMarked;
