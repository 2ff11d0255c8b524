package io.podflow.domain.capital;

import io.podflow.domain.settings.OrchestratorSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The overlays whose sections are given, one after the other on the lifecycle weights, before the
 * turnover limits. Without any, the weights are what they were, to the last bit.
 *
 * <p>An overlay may take a pod below its {@code min_fraction}: holding back is what it is for. It
 * lifts none above what its state allows, so not above {@code max_fraction}; room that a pod cannot
 * use stays cash (decision CA7).
 */
final class CapitalOverlays {

  private final List<CapitalOverlay> inOrder = new ArrayList<>();

  CapitalOverlays(OrchestratorSettings settings) {
    addIfGiven(settings.drawdownDerisk(), DrawdownDerisk::new);
    addIfGiven(settings.volatilityTarget(), VolatilityTarget::new);
    addIfGiven(settings.cashBuffer(), CashBuffer::new);
  }

  private <S> void addIfGiven(@Nullable S section, Function<S, CapitalOverlay> overlay) {
    if (section != null) {
      inOrder.add(overlay.apply(section));
    }
  }

  /** The weights that remain of {@code lifecycleWeights}. */
  double[] apply(CapitalInputs inputs, double[] lifecycleWeights) {
    double[] weights = lifecycleWeights;
    for (CapitalOverlay overlay : inOrder) {
      weights = scaled(inputs.pods(), weights, overlay.factors(inputs, weights));
    }
    return weights;
  }

  private static double[] scaled(List<PodCapital> pods, double[] weights, double[] factors) {
    double[] scaled = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      scaled[i] = Math.min(pods.get(i).ceiling(), factors[i] * weights[i]);
    }
    return scaled;
  }
}
