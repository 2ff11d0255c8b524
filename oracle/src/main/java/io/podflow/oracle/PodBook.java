package io.podflow.oracle;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One pod: its closes, its bars, and what {@code assets} has recorded of it. */
final class PodBook {

  final Config.Pod pod;
  final List<String> symbols;
  final long[] closes;
  private final Bars bars;
  private final int staleAfter;
  private final boolean floored;
  private final double fundingRate;
  private final Map<String, Row> rows = new HashMap<>();
  private final double[][] standing;
  final Stops stops;

  /** The close at which the pod's own account is used up (RU1). */
  final long ruinedFrom;

  PodBook(Config config, Bars bars, Clock clock, Config.Pod pod, List<Row> assets) {
    this.pod = pod;
    this.bars = bars;
    this.symbols = pod.symbols();
    this.closes = clock.closesOf(pod);
    this.staleAfter = config.staleAfter();
    this.fundingRate = config.number("funding_bps_per_8h") / 10_000;
    this.floored = config.number("volatility_floor") > 0;
    for (Row row : assets) {
      if (row.text("pod").equals(pod.id())) {
        rows.put(row.time + row.text("symbol"), row);
      }
    }
    this.standing = new double[closes.length][symbols.size()];
    for (int k = 0; k < closes.length; k++) {
      for (int i = 0; i < symbols.size(); i++) {
        double before = k == 0 ? 0 : standing[k - 1][i];
        double unless = missed(i, closes[k]) == staleAfter ? 0 : before;
        standing[k][i] = row(closes[k], i).map(row -> row.number("target")).orElse(unless);
      }
    }
    this.stops = new Stops(this);
    this.ruinedFrom = ruin(config.costRate());
  }

  private long ruin(double costRate) {
    double account = 1;
    for (int k = 0; k < closes.length; k++) {
      account *= 1 + periodReturn(k, costRate);
      if (account <= 0) {
        return closes[k];
      }
    }
    return Long.MAX_VALUE;
  }

  /** Σ w·r − cost·Σ|Δw|, both of the close before (AC1, FP4). */
  double periodReturn(int k, double costRate) {
    double[] weights = standing(k - 1);
    double[] earlier = standing(k - 2);
    double r = 0;
    for (int i = 0; i < weights.length; i++) {
      Optional<Row> row = row(closes[k], i);
      r += row.isPresent() && weights[i] != 0 ? weights[i] * row.get().number("return") : 0;
      r -= costRate * Math.abs(weights[i] - earlier[i]);
    }
    return r - funding(k);
  }

  /** What the weights pay at a close, a share of the account; without a bar at the next one. */
  double funding(int k) {
    double[] weights = standing(k - 1);
    double paid = 0;
    for (int i = 0; i < weights.length && k > 0; i++) {
      Optional<Row> row = row(closes[k], i);
      if (row.isPresent() && weights[i] != 0) {
        int since = k - 1;
        while (since > 0 && row(closes[since], i).isEmpty()) {
          since--;
        }
        double rate = Run.fundingBetween(fundingRate, closes[since], closes[k]);
        paid += weights[i] * (1 + row.get().number("return")) * rate;
      }
    }
    return paid;
  }

  Series series(int i) {
    return bars.of(symbols.get(i), pod.timeframe());
  }

  boolean present(int i, long close) {
    return series(i).has(close);
  }

  /** Closes of the pod since the symbol's last bar; −1 before its first. */
  int missed(int i, long close) {
    int last = series(i).last(close);
    return last == Series.NONE
        ? -1
        : (int) ((close - series(i).time(last)) / Grid.length(pod.timeframe()));
  }

  boolean stale(int i, long close) {
    return missed(i, close) >= staleAfter;
  }

  /** The recorded row of a symbol at one close, if it has a bar there. */
  Optional<Row> row(long close, int i) {
    return Optional.ofNullable(rows.get(close + symbols.get(i)));
  }

  int staleAfter() {
    return staleAfter;
  }

  /** The last recorded row of a symbol at or before a time, or null. */
  @Nullable Row lastRow(long time, int i) {
    for (int k = closeIndex(time); k >= 0; k--) {
      Optional<Row> row = row(closes[k], i);
      if (row.isPresent()) {
        return row.get();
      }
    }
    return null;
  }

  /** The last recorded row of a symbol before the k-th close. */
  Optional<Row> lastRowBefore(int k, int i) {
    return k == 0 ? Optional.empty() : Optional.ofNullable(lastRow(closes[k - 1], i));
  }

  /** Whether the symbol's bars stand still at a close of its own (EV2). */
  boolean halted(int i, long close) {
    return series(i).has(close) && series(i).halted(series(i).last(close));
  }

  /** Whether the returns that the selector looks at do not vary (EV2). */
  boolean constant(int i, long close) {
    int lookback = (int) pod.selector("sharpe_lookback");
    return floored && series(i).flat(series(i).last(close), lookback);
  }

  /** Index of the pod's last close at or before {@code time}, −1 before the first. */
  int closeIndex(long time) {
    int found = Arrays.binarySearch(closes, time);
    return found >= 0 ? found : -found - 2;
  }

  /** What the pod wants at its k-th close, in its own order; nothing before the first. */
  double[] standing(int k) {
    return k < 0 ? new double[symbols.size()] : standing[k].clone();
  }

  double standing(long time, String symbol) {
    int i = symbols.indexOf(symbol);
    int k = closeIndex(time);
    return i < 0 || k < 0 ? 0 : standing[k][i];
  }
}
