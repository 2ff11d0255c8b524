package io.podflow.models.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.podflow.api.Bar;
import io.podflow.api.Signal;
import io.podflow.api.Strategy;
import io.podflow.api.Timeframe;
import io.podflow.domain.market.BarHistory;
import io.podflow.domain.strategy.StrategyCatalogue;
import io.podflow.models.Model;
import io.podflow.models.testing.StrategyVectors;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CTREND with its live parameters against the golden causal forecasts, bar by bar. */
@Tag("L6")
class CtrendVectorsTest {

  static final Map<String, Object> LIVE =
      Map.of(
          "training_window",
          68,
          "prediction_horizon",
          12,
          "alpha",
          0.6812,
          "vol_window",
          24,
          "vol_target",
          0.4772,
          "features",
          "original");

  static TrendForecast strategy(String name, Map<String, Object> parameters) {
    Strategy strategy =
        StrategyCatalogue.load(CtrendVectorsTest.class.getClassLoader())
            .create(name, parameters, Timeframe.D1);
    return (TrendForecast) strategy;
  }

  @ParameterizedTest
  @ValueSource(strings = {"AAA/USDT", "BBB/USDT", "CCC/USDT"})
  void forecastsAndSignalsAreTheGoldenOnes(String symbol) {
    TrendForecast ctrend = strategy("ctrend", LIVE);
    List<Bar> bars = StrategyVectors.bars(symbol);
    List<NamedCsvRecord> rows = StrategyVectors.rows("ctrend_forecast_1d_live_causal.csv", symbol);
    BarHistory history = new BarHistory(BarHistory.MAX_BARS);
    int forecasts = 0;
    for (int t = 0; t < bars.size(); t++) {
      history.append(bars.get(t));
      Optional<Model> model = ctrend.model(history);
      double expected = StrategyVectors.number(rows.get(t), "prediction");
      double forecast = model.map(m -> ctrend.forecast(m, history)).orElse(Double.NaN);
      String where = symbol + " " + t;
      if (Double.isNaN(expected)) {
        assertThat(forecast).as(where).isNaN();
      } else {
        forecasts++;
        assertThat(Math.signum(forecast)).as(where).isEqualTo(Math.signum(expected));
        double size = Math.max(1e-4, Math.abs(expected));
        assertThat(forecast / size).as(where).isCloseTo(expected / size, within(1e-5));
        long used = Arrays.stream(model.orElseThrow().weights()).filter(w -> w != 0).count();
        assertThat(used).isEqualTo((long) StrategyVectors.number(rows.get(t), "n_nonzero"));
      }
      // The original shows at t + 1 what is known at t (decision SG2), signed twice (SG1).
      if (t + 1 < bars.size()) {
        Signal signal = ctrend.onClose(history);
        double strength = StrategyVectors.number(rows.get(t + 1), "strength");
        assertThat(signal.value()).as(where).isCloseTo(strength, within(1e-9 * 7));
        assertThat(signal.reason().isEmpty()).as(where).isEqualTo(!Double.isNaN(forecast));
      }
    }
    assertThat(forecasts).isGreaterThan(450);
  }
}
