package io.podflow.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Dual momentum at one close, from the bars (L2; docs/decisions.md, "Allocation inside a pod"). */
final class Momentum {

  private final PodBook book;
  private final long close;

  Momentum(PodBook book, long close) {
    this.book = book;
    this.close = close;
  }

  /** Of the chosen symbols; who has too short a history gets the mean of the others. */
  double[] weights(int[] chosen) {
    double[] momenta = Arrays.stream(chosen).mapToDouble(this::momentum).toArray();
    double[] known = Arrays.stream(momenta).filter(m -> !Double.isNaN(m)).toArray();
    if (known.length == 0) {
      return Algebra.equal(chosen.length);
    }
    long count = Math.max(1, (long) Math.rint(number("top_pct") * known.length));
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < momenta.length; i++) {
      if (!Double.isNaN(momenta[i])) {
        order.add(i);
      }
    }
    order.sort((a, b) -> Double.compare(momenta[b], momenta[a]));
    double[] weights = new double[chosen.length];
    for (int i = 0; i < weights.length; i++) {
      int rank = order.indexOf(i);
      weights[i] = rank < 0 ? 1.0 / known.length : rank < count ? 1.0 / count : 0;
    }
    double exposure = exposure(known);
    return Arrays.stream(Algebra.normalised(weights)).map(w -> w * exposure).toArray();
  }

  private double momentum(int symbol) {
    int lookback = (int) number("lookback");
    Series series = book.series(symbol);
    double[] returns = series.returns(series.last(close), lookback);
    return returns.length < lookback ? Double.NaN : Figures.cumulative(returns);
  }

  private double exposure(double[] momenta) {
    Arrays.sort(momenta);
    int n = momenta.length;
    double median = (momenta[(n - 1) / 2] + momenta[n / 2]) / 2;
    boolean low = median < number("absolute_threshold") - 1e-12 && median < -1e-12;
    return low ? number("exposure_floor") : 1;
  }

  private double number(String key) {
    return book.pod.allocation("dual_momentum").path(key).asDouble();
  }
}
