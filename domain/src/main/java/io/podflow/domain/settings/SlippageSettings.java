package io.podflow.domain.settings;

import java.io.Serializable;

/**
 * The {@code slippage} section (decision FI3): slippage that is added to {@code slippage_bps} of
 * the portfolio's fills. The pods' own accounts keep the flat rate.
 */
public record SlippageSettings(
    @Setting(
            value = "How slippage grows with an order's share of a day's traded value",
            def = "none")
        SlippageModel model,
    @Setting(
            value = "Slippage of an order as large as a day's traded value, basis points",
            def = "0",
            min = 0)
        double coefficient,
    @Setting(
            value = "UTC days that the traded value is the mean of",
            def = "30",
            min = 5,
            max = 365)
        int days)
    implements Serializable {

  /** No slippage beyond the flat rate. */
  public static final SlippageSettings NONE = new SlippageSettings(SlippageModel.NONE, 0, 30);
}
