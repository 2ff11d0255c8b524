package io.podflow.live.job;

import io.podflow.domain.health.HealthKind;
import io.podflow.domain.health.HealthRecord;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Counts the findings that a task has published, one metric for each kind. */
final class FindingCounters implements Consumer<HealthRecord> {

  private final Map<HealthKind, Counter> counters = new EnumMap<>(HealthKind.class);

  FindingCounters(MetricGroup metrics) {
    for (HealthKind kind : HealthKind.values()) {
      String label = kind.name().toLowerCase(Locale.ROOT);
      counters.put(kind, metrics.addGroup("kind", label).counter("health_findings"));
    }
  }

  @Override
  public void accept(HealthRecord finding) {
    Counter counter = counters.get(finding.kind());
    if (counter != null && !finding.over()) {
      counter.inc();
    }
  }
}
