package io.podflow.domain.pod;

import io.podflow.domain.journal.Cause;
import org.jspecify.annotations.Nullable;

/** A change, split into the parts that its causes have in it (decision TR4). Signed quantities. */
public final class CauseParts {

  private static final Cause[] CAUSES = Cause.values();

  /** Parts that differ by less, relatively, are equal. */
  private static final double TIE = 1 + 1e-12;

  private final double[] parts = new double[CAUSES.length];

  /** All of a change by one cause. */
  public static CauseParts all(Cause cause, double change) {
    CauseParts all = new CauseParts();
    all.add(cause, change);
    return all;
  }

  /**
   * Replaces the old factors by the new ones, one after the other; each part is the difference that
   * its replacement makes. What was wanted then and is not there stays with the cause it had.
   *
   * @param then the factors when the share last was what was wanted; null when it never was
   * @param now the factors now
   * @param flags what held the signal
   * @param retired whether the pod is retired, so that its fraction is 0 for that
   * @param share what the pod has, with what is on its way
   * @param wanted what it wants now: the product of the factors, but for rounding
   * @param cause of what was wanted then, a part of which may not be there yet; null when none
   */
  public static CauseParts of(
      @Nullable Factors then,
      Factors now,
      TargetFactors flags,
      boolean retired,
      double share,
      double wanted,
      @Nullable Cause cause) {
    CauseParts parts = between(then, now, flags, retired);
    double before = then == null ? 0 : then.product();
    parts.add(cause == null ? Cause.SIGNAL : cause, before - share);
    parts.add(Cause.DRIFT, wanted - now.product());
    return parts;
  }

  /** The parts of a change of factors alone. */
  static CauseParts between(
      @Nullable Factors then, Factors now, TargetFactors flags, boolean retired) {
    Factors old = then == null ? now.withoutSignal() : then;
    if (old.multiplier() == 0) {
      // What was allocated to an excluded symbol says nothing.
      old = old.withExposure(now.exposure());
    }
    Cause signal = flags.stopped() ? Cause.STOP : Cause.SIGNAL;
    Steps steps = new Steps(old);
    steps.to(Cause.SELECTOR, 2, now.multiplier());
    if (flags.halted()) {
      steps.to(signal, 0, flags.freeSignal());
      steps.to(Cause.HALT, 0, now.signal());
    } else {
      steps.to(signal, 0, now.signal());
    }
    steps.to(Cause.WEIGHT, 1, now.exposure());
    steps.to(Cause.LEVERAGE, 3, now.capScale());
    steps.to(retired ? Cause.LIFECYCLE : Cause.REBALANCE, 4, now.fraction());
    steps.to(Cause.LEVERAGE, 5, now.leverageScale());
    steps.to(Cause.RISK, 6, now.riskScale());
    steps.to(Cause.RISK, 7, now.volatilityScale());
    steps.to(Cause.DRIFT, 8, now.unit());
    return steps.parts;
  }

  /** Adds to the part of a cause. */
  public void add(Cause cause, double part) {
    parts[cause.ordinal()] += part;
  }

  /** Adds all parts of another change. */
  public void add(CauseParts other) {
    for (int i = 0; i < parts.length; i++) {
      parts[i] += other.parts[i];
    }
  }

  /** The part of a cause. */
  public double of(Cause cause) {
    return parts[cause.ordinal()];
  }

  /**
   * The cause with the largest part among those of the sign of a change; null when the change is 0.
   * Of equal ones it is the first.
   */
  public @Nullable Cause leading(double change) {
    Cause leading = null;
    double largest = 0;
    for (int i = 0; change != 0 && i < parts.length; i++) {
      double part = change > 0 ? parts[i] : -parts[i];
      if (part > largest * TIE) {
        largest = part;
        leading = CAUSES[i];
      }
    }
    return leading;
  }

  /** Factors on the way from the old ones to the new ones. */
  private static final class Steps {

    private final CauseParts parts = new CauseParts();
    private final double[] factors;
    private double product;

    Steps(Factors old) {
      factors =
          new double[] {
            old.signal(),
            old.exposure(),
            old.multiplier(),
            old.capScale(),
            old.fraction(),
            old.leverageScale(),
            old.riskScale(),
            old.volatilityScale(),
            old.unit()
          };
      product = product();
    }

    void to(Cause cause, int factor, double value) {
      factors[factor] = value;
      double next = product();
      parts.add(cause, next - product);
      product = next;
    }

    private double product() {
      double all = 1;
      for (double factor : factors) {
        all *= factor;
      }
      return all;
    }
  }
}
