package io.podflow.job.operator;

import io.podflow.job.step.Gauges;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/** Figures of a step as metrics of its operator: {@code podflow}, then {@code pod} by id. */
final class FlinkGauges implements Gauges {

  private final MetricGroup group;
  private final Map<String, MetricGroup> pods = new HashMap<>();

  FlinkGauges(MetricGroup metrics) {
    this.group = metrics.addGroup("podflow");
  }

  @Override
  public void ofPortfolio(String name, DoubleSupplier value) {
    group.gauge(name, gauge(value));
  }

  @Override
  public void ofPod(String pod, String name, DoubleSupplier value) {
    pods.computeIfAbsent(pod, id -> group.addGroup("pod", id)).gauge(name, gauge(value));
  }

  private static Gauge<Double> gauge(DoubleSupplier value) {
    return value::getAsDouble;
  }
}
