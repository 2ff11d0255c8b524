package io.podflow.models.feature;

import io.podflow.api.BarSeries;
import java.util.Arrays;
import java.util.List;

/** The features of a strategy, in the alphabetical order of their names (docs/strategies.md). */
public enum FeatureSet {
  CTREND(
      "atr_ratio_14",
      "atr_ratio_28",
      "bb_pos_10",
      "bb_pos_20",
      "cci_14",
      "cci_20",
      "cmf_20",
      "ema_cross_10_50",
      "ema_cross_5_20",
      "macd",
      "macd_hist",
      "macd_signal",
      "mom_21",
      "mom_5",
      "obv_norm",
      "roc_10",
      "roc_21",
      "roc_5",
      "rsi_14",
      "rsi_7",
      "sma_cross_10_50",
      "sma_cross_20_100",
      "sma_cross_5_20",
      "stoch_d",
      "stoch_k",
      "vol_ratio",
      "volume_macd",
      "williams_r_14"),
  GBTREND(
      "adx_14",
      "atr_ratio_14",
      "ema_cross_10_50",
      "ema_cross_5_20",
      "mom_21",
      "mom_5",
      "roc_10",
      "roc_21",
      "roc_5",
      "roc_63",
      "rsi_14",
      "vol_ratio");

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of, which is unmodifiable
  private final List<String> names;

  FeatureSet(String... names) {
    this.names = List.of(names);
  }

  /** Names of the features, in the order of the columns. */
  public List<String> names() {
    return names;
  }

  /**
   * The features at the last bars.
   *
   * @param rows number of bars, ending with the newest
   * @param units units of the features
   * @return {@code [feature][bar]}, features in the order of {@link #names}, oldest bar first; NaN
   *     where undefined
   */
  public double[][] columns(BarSeries bars, int rows, FeatureUnits units) {
    double[][] columns = new double[names.size()][];
    Arrays.setAll(columns, i -> Features.column(names.get(i), units).of(bars, rows));
    return columns;
  }
}
