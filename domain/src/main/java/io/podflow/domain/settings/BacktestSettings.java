package io.podflow.domain.settings;

import io.podflow.api.Timeframe;
import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The {@code backtest} section. Days are UTC days of bar opens, both included (decision FP1). */
public record BacktestSettings(
    @Setting(value = "Timeframe of the headline metrics", def = "1D") Timeframe timeframe,
    @Setting(value = "First UTC day of bar opens", def = "2020-01-01") LocalDate start,
    @Setting(value = "Last UTC day of bar opens", def = "2025-12-31") LocalDate end,
    @Setting(value = "Initial capital, quote currency", def = "100000", min = 0, above = true)
        double capital,
    @Setting(
            value =
                "Folder of bars, or 'sample' for the synthetic market; a relative path counts from"
                    + " the working directory",
            def = "sample",
            pattern = ".+",
            words = "that is not empty")
        String bars,
    @Setting(
            value =
                "Folder of funding rates, a CSV file per symbol with the columns timestamp,rate;"
                    + " symbols without a file pay orchestrator.funding_bps_per_8h",
            def = Setting.NONE,
            pattern = ".+",
            words = "that is not empty")
        @Nullable String funding,
    @Setting(
            value = "Days of bars before start that feed windows without trading",
            def = "0",
            min = 0)
        int warmupDays,
    @Setting(
            value =
                "A symbol with a larger share of rows that cannot be used ends the run; see also"
                    + " accept_rejected",
            def = "0.01",
            min = 0,
            max = 1)
        double maxRejectedShare,
    @Setting(
            value = "Go on with symbols of which too many rows cannot be used, and say so",
            def = "false")
        boolean acceptRejected,
    @Setting(value = "Go on without the symbols that have no bars, and say so", def = "false")
        boolean allowMissing,
    @Setting(
            value =
                "What the run is compared with beside equal weight: a symbol of the folder of bars,"
                    + " or a CSV file with the columns time,close; a relative path counts from the"
                    + " working directory",
            def = Setting.NONE,
            pattern = ".+")
        @Nullable String benchmark)
    implements Serializable {

  /** The value of {@link #bars} that stands for the built-in synthetic market. */
  public static final String SAMPLE = "sample";
}
