package io.podflow.models.feature;

import java.util.List;

/** What features are counted in; the parameter {@code features} of the strategies with models. */
public enum FeatureUnits {
  /** Free of units: prices by the close, volume by its mean (decision EV6). */
  RELATIVE,
  /** As the original has them: some in units of price or volume. */
  ORIGINAL;

  /** As configurations write them, in the order of the constants. */
  public static final List<String> WORDS = List.of("relative", "original");
}
