package io.podflow.models.feature;

import static io.podflow.models.feature.FeatureColumn.recursive;
import static io.podflow.models.feature.FeatureColumn.windowed;

import io.podflow.domain.indicator.Adx;
import io.podflow.domain.indicator.AverageTrueRange;
import io.podflow.domain.indicator.BollingerPosition;
import io.podflow.domain.indicator.Cci;
import io.podflow.domain.indicator.Cmf;
import io.podflow.domain.indicator.EmaCross;
import io.podflow.domain.indicator.LastValues;
import io.podflow.domain.indicator.Macd;
import io.podflow.domain.indicator.OnBalanceVolume;
import io.podflow.domain.indicator.PriceRange;
import io.podflow.domain.indicator.RateOfChange;
import io.podflow.domain.indicator.Rsi;
import io.podflow.domain.indicator.SimpleAverage;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;

/** Every feature by its name (docs/strategies.md). */
final class Features {

  /** Length of the slow average of the MACD, in bars. */
  static final int SLOW_SPAN = 26;

  private static final Map<String, FeatureColumn> ALL = new TreeMap<>();

  static {
    momentum();
    averages();
    ranges();
    volume();
  }

  private Features() {}

  /** The feature of a name; throws {@link NullPointerException} for an unknown name. */
  static FeatureColumn column(String name, FeatureUnits units) {
    FeatureColumn original = Objects.requireNonNull(ALL.get(name), name);
    return units == FeatureUnits.ORIGINAL
        ? original
        : RelativeFeatures.ALL.getOrDefault(name, original);
  }

  private static void momentum() {
    for (int bars : new int[] {5, 10, 21, 63}) {
      ALL.put("roc_" + bars, windowed((series, ago) -> RateOfChange.of(series, ago, bars)));
    }
    for (int bars : new int[] {5, 21}) {
      ALL.put("mom_" + bars, windowed((series, ago) -> RateOfChange.ofNewer(series, ago, bars)));
    }
    for (int bars : new int[] {7, 14}) {
      ALL.put("rsi_" + bars, strength(bars));
    }
    ALL.put("vol_ratio", windowed((bars, ago) -> RateOfChange.deviationRatio(bars, ago, 10, 30)));
    ALL.put("macd", divergence(Macd::value));
    ALL.put("macd_signal", divergence(Macd::signal));
    ALL.put("macd_hist", divergence(Macd::histogram));
  }

  private static void averages() {
    ALL.put("sma_cross_5_20", windowed((bars, ago) -> SimpleAverage.cross(bars, ago, 5, 20)));
    ALL.put("sma_cross_10_50", windowed((bars, ago) -> SimpleAverage.cross(bars, ago, 10, 50)));
    ALL.put("sma_cross_20_100", windowed((bars, ago) -> SimpleAverage.cross(bars, ago, 20, 100)));
    ALL.put("ema_cross_5_20", cross(5, 20));
    ALL.put("ema_cross_10_50", cross(10, 50));
  }

  private static void ranges() {
    for (int bars : new int[] {14, 20}) {
      ALL.put("cci_" + bars, windowed((series, ago) -> Cci.of(series, ago, bars)));
    }
    for (int bars : new int[] {10, 20}) {
      ALL.put("bb_pos_" + bars, windowed((series, ago) -> BollingerPosition.of(series, ago, bars)));
    }
    for (int bars : new int[] {14, 28}) {
      ALL.put("atr_ratio_" + bars, trueRangeRatio(bars));
    }
    ALL.put("williams_r_14", windowed((bars, ago) -> PriceRange.williamsR(bars, ago, 14)));
    ALL.put("stoch_k", windowed((bars, ago) -> PriceRange.stochasticK(bars, ago, 14)));
    ALL.put("stoch_d", windowed((bars, ago) -> PriceRange.stochasticD(bars, ago, 14, 3)));
    ALL.put("adx_14", directional(14));
  }

  private static void volume() {
    ALL.put("cmf_20", windowed((bars, ago) -> Cmf.of(bars, ago, 20)));
    ALL.put("obv_norm", balance(20));
    ALL.put("volume_macd", recursive(bars -> divergence(bars::volume, Macd::value)));
  }

  private static FeatureColumn divergence(ToDoubleFunction<Macd> line) {
    return recursive(bars -> divergence(bars::close, line));
  }

  /** A line of the MACD 12/26/9 of any series. */
  static IntToDoubleFunction divergence(IntToDoubleFunction input, ToDoubleFunction<Macd> line) {
    Macd macd = new Macd(12, SLOW_SPAN, 9);
    return ago -> {
      macd.add(input.applyAsDouble(ago));
      return line.applyAsDouble(macd);
    };
  }

  private static FeatureColumn strength(int period) {
    return recursive(
        bars -> {
          Rsi strength = new Rsi(period);
          return ago -> {
            strength.add(bars.close(ago));
            return strength.value();
          };
        });
  }

  private static FeatureColumn cross(int fast, int slow) {
    return recursive(
        bars -> {
          EmaCross cross = new EmaCross(fast, slow);
          return ago -> {
            cross.add(bars.close(ago));
            return cross.value();
          };
        });
  }

  private static FeatureColumn trueRangeRatio(int period) {
    return recursive(
        bars -> {
          AverageTrueRange range = new AverageTrueRange(period);
          return ago -> {
            range.add(bars.high(ago), bars.low(ago), bars.close(ago));
            return perUnit(range.value(), bars.close(ago));
          };
        });
  }

  private static FeatureColumn directional(int period) {
    return recursive(
        bars -> {
          Adx index = new Adx(period);
          return ago -> {
            index.add(bars.high(ago), bars.low(ago), bars.close(ago));
            return index.value();
          };
        });
  }

  private static FeatureColumn balance(int window) {
    return recursive(
        bars -> {
          OnBalanceVolume balance = new OnBalanceVolume();
          LastValues last = new LastValues(window);
          return ago -> {
            balance.add(bars.close(ago), bars.volume(ago));
            last.add(balance.value());
            return perUnit(balance.value(), last.deviation());
          };
        });
  }

  private static double perUnit(double value, double unit) {
    return unit == 0 ? Double.NaN : value / unit;
  }
}
