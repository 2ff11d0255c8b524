package io.podflow.job.step;

import java.util.function.DoubleSupplier;

/** Where a step offers figures of the running job; whoever watches asks for them at any time. */
public interface Gauges {

  /** A figure of the whole portfolio. */
  void ofPortfolio(String name, DoubleSupplier value);

  /** A figure of one pod. */
  void ofPod(String pod, String name, DoubleSupplier value);
}
