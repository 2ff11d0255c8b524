package io.podflow.domain.pod;

import io.podflow.domain.journal.Cause;
import org.jspecify.annotations.Nullable;

/** Why a pod's targets have moved since the symbols' bars before (decision TR4). */
final class TargetCauses {

  /** Moves up to this size are none. */
  private static final double STILL = 1e-12;

  private TargetCauses() {}

  /** By symbol: the cause's word, empty where the target stands still. */
  static String[] of(
      @Nullable TargetFactors[] then, TargetFactors[] now, double[] before, double[] after) {
    String[] causes = new String[now.length];
    for (int i = 0; i < causes.length; i++) {
      double change = after[i] - before[i];
      Cause cause =
          Math.abs(change) > STILL ? cause(i < then.length ? then[i] : null, now[i], change) : null;
      causes[i] = cause == null ? "" : cause.label();
    }
    return causes;
  }

  private static @Nullable Cause cause(
      @Nullable TargetFactors then, TargetFactors now, double change) {
    if (now.ruined()) {
      return Cause.LIFECYCLE;
    }
    // After bars that had stopped, everything that comes back comes of the signal.
    Factors old = then == null || then.gone() ? null : then.alone();
    return CauseParts.between(old, now.alone(), now, false).leading(change);
  }

  /** The factors of each symbol's last bar; nothing is left of those of a symbol that is stale. */
  static @Nullable TargetFactors[] remembered(
      @Nullable TargetFactors[] then, TargetFactors[] now, boolean[] present) {
    @Nullable TargetFactors[] kept = new TargetFactors[now.length];
    for (int i = 0; i < kept.length; i++) {
      boolean replaced = present[i] || now[i].forced();
      kept[i] = replaced || i >= then.length ? now[i] : then[i];
    }
    return kept;
  }
}
