package io.podflow.savepoints.state;

import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.job.state.PortfolioInput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lies under the one key of the portfolio.
 *
 * @param key of the portfolio
 * @param memory null until the portfolio has handled a close
 * @param waiting inputs whose close has not come
 * @param clock the last close handled, epoch milliseconds UTC; null before the first
 * @param timers event time, epoch milliseconds UTC, ascending
 */
public record PortfolioEntry(
    int key,
    @Nullable PortfolioState memory,
    List<PortfolioInput> waiting,
    @Nullable Long clock,
    long[] timers) {}
