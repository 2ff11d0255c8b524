package io.podflow.models.feature;

import static io.podflow.models.feature.FeatureColumn.recursive;
import static io.podflow.models.feature.FeatureColumn.windowed;

import io.podflow.domain.indicator.Cmf;
import io.podflow.domain.indicator.Macd;
import io.podflow.domain.indicator.VolumeBalance;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * The features that have units of price or volume in the original, here without units (decision
 * EV6). A price is divided by the close of its bar, a volume by the mean volume of the feature's
 * own window; a window without volume makes the feature 0. A running sum from the first bar on is
 * replaced by the change over a window.
 */
final class RelativeFeatures {

  private static final int FLOW_BARS = 20;

  static final Map<String, FeatureColumn> ALL =
      Map.of(
          "macd", ofClose(Macd::value),
          "macd_signal", ofClose(Macd::signal),
          "macd_hist", ofClose(Macd::histogram),
          "volume_macd", volumeDivergence(),
          "obv_norm", windowed((bars, ago) -> VolumeBalance.of(bars, ago, FLOW_BARS)),
          "cmf_20", moneyFlow());

  private RelativeFeatures() {}

  private static FeatureColumn ofClose(ToDoubleFunction<Macd> line) {
    return recursive(
        bars -> {
          IntToDoubleFunction macd = Features.divergence(bars::close, line);
          return ago -> macd.applyAsDouble(ago) / bars.close(ago);
        });
  }

  private static FeatureColumn volumeDivergence() {
    return recursive(
        bars -> {
          IntToDoubleFunction macd = Features.divergence(bars::volume, Macd::value);
          return ago ->
              VolumeBalance.inMeans(macd.applyAsDouble(ago), bars, ago, Features.SLOW_SPAN);
        });
  }

  private static FeatureColumn moneyFlow() {
    return windowed(
        (bars, ago) ->
            VolumeBalance.mean(bars, ago, FLOW_BARS) == 0 ? 0 : Cmf.of(bars, ago, FLOW_BARS));
  }
}
