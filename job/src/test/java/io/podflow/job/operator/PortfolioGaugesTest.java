package io.podflow.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.journal.MonitorRow;
import io.podflow.domain.journal.PodRow;
import io.podflow.domain.journal.TargetRow;
import io.podflow.domain.portfolio.PortfolioDecision;
import io.podflow.domain.settings.Roster;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("L3")
class PortfolioGaugesTest {

  private final Map<String, Gauge<?>> gauges = new TreeMap<>();

  /** Remembers gauges by the names of their groups. */
  private final class Group extends UnregisteredMetricsGroup {

    private final String path;

    Group(String path) {
      this.path = path;
    }

    @Override
    public MetricGroup addGroup(String name) {
      return new Group(path + name + ".");
    }

    @Override
    public MetricGroup addGroup(String key, String value) {
      return new Group(path + value + ".");
    }

    @Override
    public <T, G extends Gauge<T>> G gauge(String name, G gauge) {
      gauges.put(path + name, gauge);
      return gauge;
    }
  }

  private Object value(String name) {
    Gauge<?> gauge = gauges.get(name);
    return gauge == null ? "no gauge " + name : gauge.getValue();
  }

  @Test
  void showWhatThePortfolioLastWroteDown() {
    Roster roster = TwoTimeframes.scope(10).roster();
    PortfolioGauges portfolio = new PortfolioGauges(new Group(""));
    portfolio.cover(roster);
    String pod = roster.pod(0).podId();
    assertThat(value("podflow.equity")).isEqualTo(Double.NaN);
    assertThat(value("podflow." + pod + ".gbm_severity")).isEqualTo(Double.NaN);

    portfolio.update(
        roster,
        new PortfolioDecision(
            1,
            List.of(
                new PodRow(1, pod, "PROBATION", 0.3, 350, 0.8, 0, 1, 5, 0, 0.9, 0.3, 0.1, 2.5, 12)),
            List.of(),
            List.of(new TargetRow(1, "A", 0.7, 0.6, 0.5, 1, 1, Double.NaN, 0.3, "")),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new EquityRow(1, 1_050, 900, 100, 0.5, 0.4, 0.01, 3, -1, 0.2, 0, 0, 0)),
            List.of(
                new MonitorRow(
                    1,
                    pod,
                    0.1,
                    0.2,
                    3,
                    4,
                    "CRITICAL",
                    0.3,
                    0.04,
                    "WARNING",
                    -0.1,
                    0.05,
                    0.02,
                    "NORMAL")),
            List.of(),
            List.of(),
            List.of(),
            List.of()));

    assertThat(value("podflow.equity")).isEqualTo(1_050.0);
    assertThat(value("podflow.risk_scale")).isEqualTo(0.5);
    assertThat(value("podflow." + pod + ".pod_lifecycle_state")).isEqualTo(3.0);
    assertThat(value("podflow." + pod + ".pod_detector_score")).isEqualTo(2.5);
    assertThat(value("podflow." + pod + ".gbm_severity")).isEqualTo(2.0);
    assertThat(value("podflow." + pod + ".distribution_severity")).isEqualTo(1.0);
    assertThat(value("podflow." + pod + ".ransac_severity")).isEqualTo(0.0);
    assertThat(value("podflow." + pod + ".ransac_slope")).isEqualTo(-0.1);
  }
}
