package io.podflow.domain.portfolio.books;

import io.podflow.domain.journal.Cause;
import io.podflow.domain.pod.Factors;
import io.podflow.domain.pod.TargetFactors;
import io.podflow.domain.position.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What the portfolio remembers of one pod's share of one symbol beside its size: why it is wanted,
 * and whether it has to follow at once (decisions TR2, TR4).
 *
 * <p>Kept in keyed state as it stands, therefore public fields; only the classes of this package
 * change them.
 */
public final class PodShare {

  /** What the pod's standing target is made of; null before the first and in older state. */
  public @Nullable TargetFactors standing;

  /** The factors when the share was last brought to what was wanted; null before the first time. */
  public @Nullable Factors brought;

  /** Why that was wanted; null where nobody asked. */
  public @Nullable Cause cause;

  /** The share when a cause forced it to change, signed; 0 when nothing does. */
  public double forcedFrom;

  /** Whether an adopted position has changed it since it was last brought. */
  public boolean adopted;

  /** A cause forces the share to be what is wanted, from now on until it is. */
  public void force(double share) {
    if (share != 0) {
      forcedFrom = share;
    }
  }

  /**
   * Ends what forced the share once it is what is wanted, or when the pod wants something again in
   * the direction that it had.
   *
   * @param expected the share with what is on its way
   * @param share what it is
   * @param largest size of the largest quantity it has had
   * @return whether it still has to follow at once
   */
  public boolean isForced(double wanted, double expected, double share, double largest) {
    if (!staysForced(wanted, expected, share, largest)) {
      forcedFrom = 0;
    }
    return forcedFrom != 0;
  }

  /** The same without an end to what forced the share, for a wanted quantity that is not final. */
  public boolean staysForced(double wanted, double expected, double share, double largest) {
    boolean done =
        Quantity.isZero(wanted - share, largest) && Quantity.isZero(expected - share, largest);
    return forcedFrom != 0 && !done && !(wanted * forcedFrom > 0);
  }

  /** The share is, or will be by what is on its way, what the factors make. */
  public void bring(Factors factors, @Nullable Cause why) {
    brought = factors;
    cause = why;
    adopted = false;
  }

  /** The symbol's bars have stopped, and nothing is left. */
  public void drop() {
    brought = null;
    cause = null;
    forcedFrom = 0;
    adopted = false;
  }
}
