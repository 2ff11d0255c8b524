package io.podflow.models.feature;

import java.util.List;

/** The units of features; the parameter {@code features} of the strategies with models. */
public enum FeatureUnits {
  /** Without units: prices divided by the close, volume divided by its mean (decision EV6). */
  RELATIVE,
  /** As in the original: some features in units of price or volume. */
  ORIGINAL;

  /** The values of the parameter {@code features}, in the order of the constants. */
  public static final List<String> WORDS = List.of("relative", "original");
}
