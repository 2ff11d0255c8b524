package io.podflow.connectors.rundb;

import io.podflow.api.Timeframe;
import io.podflow.domain.settings.BacktestSettings;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was run: enough to run it again and to know whether the same should come out.
 *
 * @param name of the run
 * @param version of podflow
 * @param configHash of the effective configuration
 * @param dataHash of the bars read
 * @param engine {@code flink} or {@code inline}
 * @param parallelism of the engine
 * @param from first UTC day of bar opens
 * @param to last UTC day of bar opens
 * @param timeframe of the headline figures
 * @param initialCapital quote currency
 * @param bars where the bars came from: a path, or {@code sample}
 * @param wallSeconds of the run, without the report
 * @param data counts of what was read, by name (bars, rejected, ...)
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

  /** Whether the bars are made up: nothing about them says anything about a market. */
  public boolean synthetic() {
    return bars.equals(BacktestSettings.SAMPLE);
  }
}
