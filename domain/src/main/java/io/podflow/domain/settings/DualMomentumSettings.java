package io.podflow.domain.settings;

import java.io.Serializable;

/** The {@code dual_momentum} section: parameters of that allocation method inside a pod. */
public record DualMomentumSettings(
    @Setting(value = "Returns that momentum is taken over", def = "42", min = 2) int lookback,
    @Setting(
            value = "Share of the symbols that is held, the strongest first",
            def = "0.5",
            min = 0,
            above = true,
            max = 1)
        double topPct,
    @Setting(
            value = "Median momentum below which, when negative, exposure is cut, fraction",
            def = "0",
            min = -1,
            max = 10)
        double absoluteThreshold,
    @Setting(value = "Exposure that is left then", def = "0", min = 0, max = 1)
        double exposureFloor)
    implements Serializable {

  /** The values of a section that is not given. */
  public static final DualMomentumSettings DEFAULT = new DualMomentumSettings(42, 0.5, 0, 0);
}
