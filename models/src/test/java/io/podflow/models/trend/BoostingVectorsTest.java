package io.podflow.models.trend;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.podflow.api.Bar;
import io.podflow.domain.market.BarHistory;
import io.podflow.models.testing.StrategyVectors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Boosted forecasts against the golden ones, at the acceptance thresholds of docs/strategies.md:
 * near equality without subsampling, likeness with it, since the random numbers are others.
 */
@Tag("L6")
class BoostingVectorsTest {

  static final Map<String, Object> CTREND_X_LIVE =
      Map.of(
          "training_window", 160,
          "prediction_horizon", 4,
          "n_estimators", 415,
          "max_depth", 3,
          "learning_rate", 0.419572578449225,
          "subsample", 0.8,
          "vol_window", 73,
          "features", "original");

  static final Map<String, Object> GBTREND_LIVE =
      Map.of(
          "training_window", 195,
          "prediction_horizon", 3,
          "n_estimators", 345,
          "max_depth", 4,
          "learning_rate", 0.06189707918754463,
          "subsample", 0.8,
          "vol_window", 102,
          "features", "original");

  /** The windows of the vectors without subsampling, as their n_train tells. */
  private static final Map<String, Object> CTREND_X_WHOLE =
      Map.of(
          "training_window",
          160,
          "prediction_horizon",
          4,
          "subsample",
          1.0,
          "features",
          "original");

  private static final Map<String, Object> GBTREND_WHOLE =
      Map.of("subsample", 1.0, "features", "original");

  private static Map<String, Object> parameters(String set) {
    return switch (set) {
      case "ctrendx_live" -> CTREND_X_LIVE;
      case "gbtrend_live" -> GBTREND_LIVE;
      case "ctrendx_nosub" -> CTREND_X_WHOLE;
      default -> GBTREND_WHOLE;
    };
  }

  @ParameterizedTest
  @CsvSource({
    "ctrendx_live, ctrend-x, 0.65, 0.5",
    "gbtrend_live, gbtrend, 0.85, 0.85",
    "ctrendx_nosub, ctrend-x, 0.95, 0.98",
    "gbtrend_nosub, gbtrend, 0.95, 0.98"
  })
  void forecastsAgreeWithTheGoldenOnes(String set, String name, double signs, double rank) {
    TrendForecast strategy = CtrendVectorsTest.strategy(name, parameters(set));
    List<Double> expected = new ArrayList<>();
    List<Double> forecasts = new ArrayList<>();
    for (String symbol : StrategyVectors.SYMBOLS) {
      List<Bar> bars = StrategyVectors.bars(symbol);
      Map<String, Integer> index = new HashMap<>();
      for (int t = 0; t < bars.size(); t++) {
        index.put(Instant.ofEpochMilli(bars.get(t).closeTime()).toString(), t);
      }
      for (NamedCsvRecord row : StrategyVectors.rows(set + "_forecast_1d.csv", symbol)) {
        double wanted = StrategyVectors.number(row, "prediction");
        if (!Double.isNaN(wanted)) {
          int t = index.getOrDefault(row.getField("bar_timestamp"), -1);
          BarHistory history = StrategyVectors.history(bars, t + 1);
          expected.add(wanted);
          forecasts.add(strategy.forecast(strategy.model(history).orElseThrow(), history));
        }
      }
    }
    assertThat(expected).hasSizeGreaterThan(100);
    assertThat(sameSigns(expected, forecasts)).isGreaterThanOrEqualTo(signs);
    assertThat(spearman(expected, forecasts)).isGreaterThanOrEqualTo(rank);
  }

  private static double sameSigns(List<Double> a, List<Double> b) {
    long same =
        IntStream.range(0, a.size())
            .filter(i -> Math.signum(a.get(i)) == Math.signum(b.get(i)))
            .count();
    return (double) same / a.size();
  }

  private static double spearman(List<Double> a, List<Double> b) {
    double[] x = ranks(a);
    double[] y = ranks(b);
    double mean = (x.length - 1) / 2.0;
    double xy = 0;
    double xx = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - mean) * (y[i] - mean);
      xx += (x[i] - mean) * (x[i] - mean);
    }
    return xy / xx;
  }

  private static double[] ranks(List<Double> values) {
    List<Integer> order =
        IntStream.range(0, values.size())
            .boxed()
            .sorted(Comparator.comparingDouble(values::get))
            .toList();
    double[] ranks = new double[values.size()];
    for (int i = 0; i < ranks.length; i++) {
      ranks[order.get(i)] = i;
    }
    return ranks;
  }
}
