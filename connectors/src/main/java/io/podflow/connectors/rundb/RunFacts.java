package io.podflow.connectors.rundb;

import io.podflow.api.Timeframe;
import io.podflow.domain.settings.BacktestSettings;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The inputs and settings of a run: enough to repeat the run, and to know whether a second run
 * should give the same results.
 *
 * @param name of the run
 * @param version of podflow
 * @param configHash of the effective configuration
 * @param dataHash of the bars read
 * @param engine {@code flink} or {@code inline}
 * @param parallelism of the engine
 * @param from first UTC day of bar opens
 * @param to last UTC day of bar opens
 * @param timeframe timeframe of the closes behind the headline figures
 * @param initialCapital quote currency
 * @param bars folder of the bars: a path, or {@code sample}
 * @param wallSeconds duration of the run without the report, seconds
 * @param data counts of input rows and bars, by name (bars, rejected, ...)
 * @param costs of trading and holding; null in summaries older than this component
 */
public record RunFacts(
    String name,
    String version,
    String configHash,
    String dataHash,
    String engine,
    int parallelism,
    LocalDate from,
    LocalDate to,
    Timeframe timeframe,
    double initialCapital,
    String bars,
    double wallSeconds,
    SortedMap<String, Long> data,
    @Nullable RunCosts costs) {

  public RunFacts {
    data = Collections.unmodifiableSortedMap(new TreeMap<>(data));
  }

  /** Whether the bars are synthetic, so that the results say nothing about any market. */
  public boolean synthetic() {
    return bars.equals(BacktestSettings.SAMPLE);
  }
}
