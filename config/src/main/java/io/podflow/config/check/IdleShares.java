package io.podflow.config.check;

import io.podflow.domain.settings.PodSettings;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Warns about capital fractions that leave more than half of the capital idle, at the start or for
 * good: most often a single pod with the default fractions, which are meant for several pods.
 */
final class IdleShares {

  private static final double HALF = 0.5;

  private IdleShares() {}

  static List<String> of(List<PodSettings> pods) {
    boolean alone = pods.size() == 1;
    double start = sum(pods, PodSettings::initialFraction);
    double most = alone ? start : sum(pods, PodSettings::maxFraction);
    if (pods.isEmpty() || Math.min(start, most) >= HALF - Tolerance.FRACTIONS) {
      return List.of();
    }
    return List.of(alone ? alone(start) : together(start, most));
  }

  private static String alone(double share) {
    return "orchestrator.pods: a pod that is alone keeps its initial_fraction, "
        + percent(share)
        + " of the capital, and the rest lies idle; expected: initial_fraction: 1 and"
        + " max_fraction: 1";
  }

  private static String together(double start, double most) {
    boolean never = most < HALF - Tolerance.FRACTIONS;
    return "orchestrator.pods: all pods together begin with "
        + percent(start)
        + " of the capital"
        + (never ? " and never have more than " + percent(most) : "")
        + ", and the rest lies idle; expected: a larger initial_fraction"
        + (never ? " and max_fraction" : "");
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static double sum(List<PodSettings> pods, ToDoubleFunction<PodSettings> share) {
    return pods.stream().mapToDouble(share).sum();
  }
}
