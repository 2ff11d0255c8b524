package io.podflow.domain.execution;

import io.podflow.domain.journal.Cause;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Why a trade is done, and what it was measured against (decisions TR2, TR4). Kept in state with
 * its trade.
 *
 * @param cause of the symbol's net change
 * @param byPod each pod's own cause; null for a pod that has no part in it
 * @param forced whether it had to be done at once
 * @param band the quantity below which it would not have been worth an order; NaN when none
 */
public record Why(Cause cause, @Nullable Cause[] byPod, boolean forced, double band) {

  /** Everybody for the same reason, at once. */
  public static Why all(Cause cause, int pods) {
    @Nullable Cause[] byPod = new Cause[pods];
    Arrays.fill(byPod, cause);
    return new Why(cause, byPod, true, Double.NaN);
  }

  /** Of trades that were decided before causes were kept. */
  static Why before(OrderReason reason) {
    Cause cause =
        switch (reason) {
          case TARGET, CLOSE -> Cause.SIGNAL;
          case STALE -> Cause.STALE;
          case ORPHAN -> Cause.ORPHAN;
        };
    return new Why(cause, new Cause[0], false, Double.NaN);
  }

  /** The word for a pod's part; empty when it is not known. */
  String label(int pod) {
    Cause own = pod < byPod.length ? byPod[pod] : null;
    return own == null ? "" : own.label();
  }

  Why among(int pods) {
    return new Why(cause, Arrays.copyOf(byPod, pods), forced, band);
  }
}
