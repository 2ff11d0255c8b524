package io.podflow.oracle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a wanted quantity moved: the change is split by replacing factor after factor (TR4). */
final class Causes {

  /** Earlier ones win ties. */
  private static final List<String> ORDER =
      List.of(
          "stop",
          "selector",
          "lifecycle",
          "risk",
          "leverage",
          "orphan",
          "stale",
          "reconcile",
          "halt",
          "signal",
          "weight",
          "rebalance",
          "drift");

  private static final double TIE = 1e-12;

  private Causes() {}

  /**
   * The parts of one pod's change.
   *
   * @param old factors when the pod last had what it wanted; null for never
   * @param held what the pod has, with what is on its way
   * @param oldCause of what was wanted then and is not held
   */
  static Map<String, Double> parts(
      @Nullable Factors old, Factors now, double held, String oldCause) {
    Factors from = old == null ? now.flat() : old;
    from = from.multiplier() == 0 ? from.with(from.signal(), now.exposure()) : from;
    Map<String, Double> parts = new LinkedHashMap<>();
    double[] a = values(from);
    double[] b = values(now);
    String[] names = {
      "selector",
      now.silenced() ? "stop" : "signal",
      "weight",
      "leverage",
      now.gone() ? "lifecycle" : "rebalance",
      "leverage",
      "risk",
      "risk",
      "drift"
    };
    double before = product(a);
    if (oldCause.isEmpty()) {
      parts.merge("signal", before - held, Double::sum);
    } else {
      parts.merge(oldCause, before - held, Double::sum);
    }
    for (int k = 0; k < a.length; k++) {
      if (k == 1 && now.free() != now.signal()) {
        a[k] = now.free();
        double would = product(a);
        parts.merge(names[k], would - before, Double::sum);
        before = would;
        names[k] = "halt";
      }
      a[k] = b[k];
      double after = product(a);
      parts.merge(names[k], after - before, Double::sum);
      before = after;
    }
    return parts;
  }

  private static double[] values(Factors f) {
    return new double[] {
      f.multiplier(),
      f.signal(),
      f.exposure(),
      f.cap(),
      f.share(),
      f.leverage(),
      f.risk(),
      f.volatility(),
      f.unit()
    };
  }

  private static double product(double[] factors) {
    double product = 1;
    for (double factor : factors) {
      product *= factor;
    }
    return product;
  }

  /** The cause with the largest part among those of the sign of {@code change}. */
  static String largest(Map<String, Double> sums, double change, double nothing) {
    if (Math.abs(change) < nothing) {
      return "";
    }
    double most = 0;
    for (double sum : sums.values()) {
      most = sum * change > 0 ? Math.max(most, Math.abs(sum)) : most;
    }
    for (String cause : ORDER) {
      double sum = sums.getOrDefault(cause, 0.0);
      if (sum * change > 0 && Math.abs(sum) >= most * (1 - TIE)) {
        return cause;
      }
    }
    return "";
  }
}
