package io.podflow.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("L3")
class FlinkGaugesTest {

  private final Map<String, Gauge<?>> registered = new TreeMap<>();

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
      return new Group(path + key + "=" + value + ".");
    }

    @Override
    public <T, G extends Gauge<T>> G gauge(String name, G gauge) {
      registered.put(path + name, gauge);
      return gauge;
    }
  }

  @Test
  void figuresAreMetricsUnderPodflowAndThoseOfAPodUnderItsId() {
    FlinkGauges gauges = new FlinkGauges(new Group(""));
    double[] equity = {1};
    gauges.ofPortfolio("equity", () -> equity[0]);
    gauges.ofPod("a", "pod_sharpe", () -> 0.5);
    gauges.ofPod("a", "pod_capital", () -> 7);
    equity[0] = 2;
    assertThat(registered.keySet())
        .containsExactly("podflow.equity", "podflow.pod=a.pod_capital", "podflow.pod=a.pod_sharpe");
    assertThat(registered.values().stream().<Object>map(Gauge::getValue))
        .containsExactly(2.0, 7.0, 0.5);
  }
}
