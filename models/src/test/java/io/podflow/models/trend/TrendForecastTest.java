package io.podflow.models.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.podflow.api.Bar;
import io.podflow.api.FeatureWeight;
import io.podflow.api.Signal;
import io.podflow.api.Timeframe;
import io.podflow.domain.market.BarHistory;
import io.podflow.domain.strategy.StrategyCatalogue;
import io.podflow.models.Model;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("L6")
class TrendForecastTest {

  private static final Map<String, Map<String, Object>> SMALL =
      Map.of(
          "ctrend", Map.of("training_window", 60),
          "ctrend-x", Map.of("training_window", 60, "n_estimators", 20),
          "gbtrend", Map.of("training_window", 60, "n_estimators", 20));

  private static List<Bar> market(long seed, int count) {
    Random random = new Random(seed);
    List<Bar> bars = new ArrayList<>();
    double close = 100;
    for (int i = 0; i < count; i++) {
      double open = close;
      close *= 1 + 0.03 * random.nextGaussian();
      double high = Math.max(open, close) * (1 + 0.01 * random.nextDouble());
      double low = Math.min(open, close) * (1 - 0.01 * random.nextDouble());
      long time = (i + 20_000) * Timeframe.D1.millis();
      bars.add(new Bar(0, Timeframe.D1, time, open, high, low, close, 1_000 * random.nextDouble()));
    }
    return bars;
  }

  private static BarHistory kept(List<Bar> bars) {
    BarHistory history = new BarHistory(BarHistory.MAX_BARS);
    bars.forEach(history::append);
    return history;
  }

  private static TrendForecast strategy(String name, int refit, Object... more) {
    Map<String, Object> parameters = new HashMap<>(SMALL.getOrDefault(name, Map.of()));
    parameters.put("refit_every_bars", refit);
    for (int i = 0; i < more.length; i += 2) {
      parameters.put((String) more[i], more[i + 1]);
    }
    return CtrendVectorsTest.strategy(name, parameters);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ctrend", "ctrend-x", "gbtrend"})
  void withoutEnoughRowsItIsFlatAndSaysWhy(String name) {
    List<Bar> bars = market(1, 400);
    TrendForecast strategy = strategy(name, 1);
    int first = 0;
    while (strategy.onClose(kept(bars.subList(0, first + 1))).reason().equals("warm-up")) {
      assertThat(strategy.onClose(kept(bars.subList(0, first + 1))).value()).isZero();
      first++;
    }
    // 30 rows whose labels are known 5 bars later, from the first bar with all features on.
    assertThat(first).isEqualTo((name.equals("gbtrend") ? 63 : 99) + 29 + 5);
    assertThat(strategy.onClose(kept(bars.subList(0, first + 1))).reason()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ctrend", "ctrend-x", "gbtrend"})
  void theSizeIsTheVolatilityTargetOverTheVolatility(String name) {
    BarHistory bars = kept(market(2, 300));
    Signal signal = strategy(name, 1).onClose(bars);
    double sum = 0;
    double squares = 0;
    for (int ago = 0; ago < 30; ago++) {
      double r = Math.log(bars.close(ago) / bars.close(ago + 1));
      sum += r;
      squares += r * r;
    }
    double volatility = Math.sqrt((squares - sum * sum / 30) / 29 * 365);
    assertThat(Math.abs(signal.value())).isCloseTo(0.35 / volatility, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"ctrend, 0", "ctrend, 1", "ctrend-x, 0", "gbtrend, 1"})
  void withoutShortsAFallIsWaitedOut(String name, int mode) {
    int falls = 0;
    for (int seed = 0; seed < 8; seed++) {
      BarHistory bars = kept(market(seed, 220));
      double free = strategy(name, 1).onClose(bars).value();
      double flat = strategy(name, 1, "short_mode", mode).onClose(bars).value();
      assertThat(flat).isEqualTo(Math.max(free, 0));
      falls += free < 0 ? 1 : 0;
    }
    assertThat(falls).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ctrend", "ctrend-x", "gbtrend"})
  void theSameBarsGiveTheSameBitsInEveryThread(String name) throws Exception {
    BarHistory bars = kept(market(3, 260));
    double expected = forecast(strategy(name, 1), bars);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Double>> calls = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        calls.add(() -> forecast(strategy(name, 1), kept(market(3, 260))));
      }
      for (Future<Double> result : threads.invokeAll(calls)) {
        assertThat(result.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static double forecast(TrendForecast strategy, BarHistory bars) {
    return strategy.forecast(strategy.model(bars).orElseThrow(), bars);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ctrend", "gbtrend"})
  void aBlockOfBarsSharesOneModelAlsoAfterARestartInTheMiddle(String name) {
    List<Bar> bars = market(4, 1_300);
    TrendForecast lasting = strategy(name, 7);
    double[] before = {};
    int models = 0;
    for (int n = 1_150; n <= 1_200; n++) {
      BarHistory history = kept(bars.subList(0, n));
      Model model = lasting.model(history).orElseThrow();
      assertThat(strategy(name, 7).model(history).orElseThrow().weights())
          .isEqualTo(model.weights());
      assertThat(forecast(strategy(name, 7), history)).isEqualTo(forecast(lasting, history));
      boolean first = (n - 1 + 20_000) % 7 == 0;
      if (before.length > 0 && !first) {
        assertThat(model.weights()).isEqualTo(before);
      }
      models += first ? 1 : 0;
      before = model.weights();
    }
    assertThat(models).isEqualTo(7);
  }

  @Test
  void symbolsWithBarsOfTheSameTimeHaveModelsOfTheirOwn() {
    TrendForecast both = strategy("ctrend", 5);
    BarHistory one = kept(market(5, 300));
    BarHistory other = kept(market(6, 300));

    double[] ofOne = both.model(one).orElseThrow().weights();
    double[] ofOther = both.model(other).orElseThrow().weights();

    assertThat(ofOne).isNotEqualTo(ofOther);
    assertThat(both.model(one).orElseThrow().weights()).isEqualTo(ofOne);
  }

  @Test
  void whatIsExplainedAreTheWeightsOfTheModelInUse() {
    BarHistory bars = kept(market(7, 300));
    for (String name : SMALL.keySet()) {
      TrendForecast strategy = strategy(name, 3);
      List<FeatureWeight> weights = strategy.explain(bars);
      assertThat(weights.stream().mapToDouble(FeatureWeight::weight).toArray())
          .isEqualTo(strategy.model(bars).orElseThrow().weights());
      if (!name.equals("ctrend")) {
        assertThat(weights.stream().mapToDouble(FeatureWeight::weight).sum())
            .isCloseTo(1, within(1e-12));
      }
    }
    assertThat(strategy("ctrend", 1).explain(kept(market(7, 50)))).isEmpty();
  }

  @Test
  void aMarketThatStandsStillHasNoForecast() {
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      bars.add(new Bar(0, Timeframe.D1, (i + 1) * Timeframe.D1.millis(), 5, 5, 5, 5, 0));
    }
    for (String name : SMALL.keySet()) {
      assertThat(strategy(name, 1).onClose(kept(bars)).value()).isZero();
      assertThat(strategy(name, 1).onClose(kept(bars)).reason()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ctrend, training_window, 59",
    "ctrend, alpha, 0",
    "ctrend, vol_window, 121",
    "ctrend-x, n_estimators, 9",
    "ctrend-x, learning_rate, 0.6",
    "gbtrend, max_depth, 9",
    "gbtrend, subsample, 0",
    "gbtrend, refit_every_bars, 0",
    "gbtrend, prediction_horizon, 22"
  })
  void aParameterOutsideItsBoundsIsRefused(String name, String parameter, double value) {
    assertThatThrownBy(
            () ->
                StrategyCatalogue.load(getClass().getClassLoader())
                    .create(name, Map.of(parameter, value), Timeframe.D1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(parameter);
  }
}
