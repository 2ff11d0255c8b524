package io.podflow.connectors.rundb;

import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.metrics.EquityFall;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The peak and the trough of the maximum drawdown of a run.
 *
 * @param peak equity before the fall, quote currency; NaN without a drawdown
 * @param peakAt close of the peak, ISO-8601 UTC; null when the peak is the initial capital or
 *     without a drawdown
 * @param troughAt close of the lowest equity, ISO-8601 UTC; null without a drawdown
 */
public record DeepestFall(double peak, @Nullable String peakAt, @Nullable String troughAt) {

  static DeepestFall of(double capital, List<EquityRow> books) {
    double[] equity = books.stream().mapToDouble(EquityRow::equity).toArray();
    EquityFall fall = EquityFall.of(capital, equity);
    return new DeepestFall(fall.peak(), time(books, fall.peakAt()), time(books, fall.troughAt()));
  }

  private static @Nullable String time(List<EquityRow> books, int index) {
    return index == EquityFall.NOWHERE
        ? null
        : Instant.ofEpochMilli(books.get(index).time()).toString();
  }
}
