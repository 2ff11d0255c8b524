package io.podflow.domain.settings;

import java.io.Serializable;

/** The {@code rolling_sharpe} section: parameters of that capital allocation method. */
public record RollingSharpeSettings(
    @Setting(value = "Daily returns that the Sharpe ratio is taken over", def = "30", min = 5)
        int lookback,
    @Setting(
            value = "Weight of a pod whose Sharpe ratio is not positive",
            def = "0.05",
            min = 0,
            max = 1)
        double minWeight)
    implements Serializable {

  /** The values of a section that is not given. */
  public static final RollingSharpeSettings DEFAULT = new RollingSharpeSettings(30, 0.05);
}
