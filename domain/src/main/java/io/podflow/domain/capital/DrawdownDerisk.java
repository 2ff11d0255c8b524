package io.podflow.domain.capital;

import io.podflow.domain.metrics.Thresholds;
import io.podflow.domain.settings.DrawdownDeriskSettings;
import java.util.List;

/**
 * Half of the weight for a pod that is down, none for one that is far down (docs/decisions.md,
 * "Capital between pods"). Measured on the pod's own account, which goes on without capital: so the
 * pod can come back.
 */
final class DrawdownDerisk implements CapitalOverlay {

  private final DrawdownDeriskSettings settings;

  DrawdownDerisk(DrawdownDeriskSettings settings) {
    this.settings = settings;
  }

  @Override
  public double[] factors(CapitalInputs inputs, double[] weights) {
    List<PodCapital> pods = inputs.pods();
    double[] factors = new double[weights.length];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = factor(pods.get(i).currentDrawdown());
    }
    return factors;
  }

  private double factor(double drawdown) {
    if (Thresholds.reaches(drawdown, settings.zero())) {
      return 0;
    }
    return Thresholds.reaches(drawdown, settings.half()) ? 0.5 : 1;
  }
}
