package io.podflow.domain.settings;

import java.io.Serializable;

/** The {@code dual_momentum} section: parameters of that allocation method inside a pod. */
public record DualMomentumSettings(
    @Setting(
            value = "Returns that momentum is taken over",
            def = "42",
            min = 2,
            awaits = "overlays")
        int lookback,
    @Setting(
            value = "Share of the symbols that is held, the strongest first",
            def = "0.5",
            min = 0,
            above = true,
            max = 1,
            awaits = "overlays")
        double topPct,
    @Setting(
            value = "Median momentum below which exposure is cut, fraction over the lookback",
            def = "0",
            min = -1,
            max = 10,
            awaits = "overlays")
        double absoluteThreshold,
    @Setting(value = "Exposure that is left then", def = "0", min = 0, max = 1, awaits = "overlays")
        double exposureFloor)
    implements Serializable {

  /** The values of a section that is not given. */
  public static final DualMomentumSettings DEFAULT = new DualMomentumSettings(42, 0.5, 0, 0);
}
