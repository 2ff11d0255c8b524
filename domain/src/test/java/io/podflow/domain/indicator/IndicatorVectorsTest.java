package io.podflow.domain.indicator;

import static io.podflow.domain.testing.StrategyVectors.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.api.Bar;
import io.podflow.api.BarSeries;
import io.podflow.api.Timeframe;
import io.podflow.domain.market.BarHistory;
import io.podflow.domain.testing.StrategyVectors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every indicator at every bar of the vectors, a flat day and a day without volume included. */
@Tag("L6")
class IndicatorVectorsTest {

  private static final double TOLERANCE = 1e-9;

  private final Rsi rsi7 = new Rsi(7);
  private final Rsi rsi14 = new Rsi(14);
  private final AverageTrueRange atr14 = new AverageTrueRange(14);
  private final AverageTrueRange atr28 = new AverageTrueRange(28);
  private final Adx adx14 = new Adx(14);
  private final Macd macd = new Macd(12, 26, 9);
  private final Macd volumeMacd = new Macd(12, 26, 9);
  private final EmaCross cross20 = new EmaCross(5, 20);
  private final EmaCross cross50 = new EmaCross(10, 50);
  private final OnBalanceVolume obv = new OnBalanceVolume();
  private final LastValues lastObv = new LastValues(20);

  private final Map<String, ToDoubleFunction<BarSeries>> figures = new LinkedHashMap<>();

  IndicatorVectorsTest() {
    recursive("rsi_7", rsi7::value);
    recursive("rsi_14", rsi14::value);
    figures.put("atr_ratio_14", bars -> atr14.value() / bars.close(0));
    figures.put("atr_ratio_28", bars -> atr28.value() / bars.close(0));
    recursive("adx_14", adx14::value);
    recursive("macd", macd::value);
    recursive("macd_signal", macd::signal);
    recursive("macd_hist", macd::histogram);
    recursive("volume_macd", volumeMacd::value);
    recursive("ema_cross_5_20", cross20::value);
    recursive("ema_cross_10_50", cross50::value);
    recursive("obv_norm", () -> obv.value() / lastObv.deviation());
    figures.put("cci_14", bars -> Cci.of(bars, 0, 14));
    figures.put("cci_20", bars -> Cci.of(bars, 0, 20));
    figures.put("williams_r_14", bars -> PriceRange.williamsR(bars, 0, 14));
    figures.put("stoch_k", bars -> PriceRange.stochasticK(bars, 0, 14));
    figures.put("stoch_d", bars -> PriceRange.stochasticD(bars, 0, 14, 3));
    figures.put("cmf_20", bars -> Cmf.of(bars, 0, 20));
    figures.put("bb_pos_10", bars -> BollingerPosition.of(bars, 0, 10));
    figures.put("bb_pos_20", bars -> BollingerPosition.of(bars, 0, 20));
    figures.put("sma_cross_5_20", bars -> SimpleAverage.cross(bars, 0, 5, 20));
    figures.put("sma_cross_10_50", bars -> SimpleAverage.cross(bars, 0, 10, 50));
    figures.put("sma_cross_20_100", bars -> SimpleAverage.cross(bars, 0, 20, 100));
    figures.put("roc_5", bars -> RateOfChange.of(bars, 0, 5));
    figures.put("roc_63", bars -> RateOfChange.of(bars, 0, 63));
    figures.put("mom_21", bars -> RateOfChange.ofNewer(bars, 0, 21));
    figures.put("vol_ratio", bars -> RateOfChange.deviationRatio(bars, 0, 10, 30));
  }

  @ParameterizedTest
  @ValueSource(strings = {"AAA/USDT", "BBB/USDT", "CCC/USDT"})
  void agreeAtEveryBar(String symbol) {
    List<Bar> bars = StrategyVectors.bars(Timeframe.D1, symbol);
    List<Map<String, String>> ctrend = StrategyVectors.rows("ctrend_features_1d.csv", symbol);
    List<Map<String, String>> gbtrend = StrategyVectors.rows("gbtrend_features_1d.csv", symbol);
    assertThat(ctrend).hasSameSizeAs(bars).hasSize(700);
    BarHistory history = new BarHistory(BarHistory.MAX_BARS);
    for (int i = 0; i < bars.size(); i++) {
      add(bars.get(i));
      history.append(bars.get(i));
      Map<String, String> expected = new LinkedHashMap<>(ctrend.get(i));
      expected.putAll(gbtrend.get(i));
      for (var figure : figures.entrySet()) {
        agree(
            symbol + " bar " + i + " " + figure.getKey(),
            figure.getValue().applyAsDouble(history),
            number(expected, "feat_" + figure.getKey()));
      }
    }
  }

  private void recursive(String column, DoubleSupplier value) {
    figures.put(column, bars -> value.getAsDouble());
  }

  private void add(Bar bar) {
    rsi7.add(bar.close());
    rsi14.add(bar.close());
    atr14.add(bar.high(), bar.low(), bar.close());
    atr28.add(bar.high(), bar.low(), bar.close());
    adx14.add(bar.high(), bar.low(), bar.close());
    macd.add(bar.close());
    volumeMacd.add(bar.volume());
    cross20.add(bar.close());
    cross50.add(bar.close());
    obv.add(bar.close(), bar.volume());
    lastObv.add(obv.value());
  }

  private static void agree(String what, double actual, double expected) {
    if (Double.isNaN(expected)) {
      assertThat(actual).as(what).isNaN();
    } else {
      assertThat(Math.abs(actual - expected))
          .as("%s: %s, expected %s", what, actual, expected)
          .isLessThanOrEqualTo(TOLERANCE * Math.max(1, Math.abs(expected)));
    }
  }
}
