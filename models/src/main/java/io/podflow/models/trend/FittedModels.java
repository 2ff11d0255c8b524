package io.podflow.models.trend;

import io.podflow.api.BarSeries;
import io.podflow.models.Model;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A cache of fitted models, keyed by the bars of the fit: a cached model equals a new fit, so the
 * cache may be lost at any time (ADR 2).
 */
final class FittedModels {

  private static final int MOST = 64;

  private final Map<Content, Optional<Model>> models =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Content, Optional<Model>> eldest) {
          return size() > MOST;
        }
      };

  /** The model for these bars; empty where the bars have too few training rows. */
  Optional<Model> get(BarSeries bars, Supplier<Optional<Model>> fit) {
    Content content = Content.of(bars);
    Optional<Model> known = models.get(content);
    if (known == null) {
      known = fit.get();
      models.put(content, known);
    }
    return known;
  }

  private record Content(double[] numbers) {

    static Content of(BarSeries bars) {
      double[] numbers = new double[5 * bars.size()];
      for (int ago = 0; ago < bars.size(); ago++) {
        int at = 5 * ago;
        numbers[at] = bars.close(ago);
        numbers[at + 1] = bars.high(ago);
        numbers[at + 2] = bars.low(ago);
        numbers[at + 3] = bars.open(ago);
        numbers[at + 4] = bars.volume(ago);
      }
      return new Content(numbers);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Content that && Arrays.equals(numbers, that.numbers);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(numbers);
    }
  }
}
