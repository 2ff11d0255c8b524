package io.podflow.domain.protection;

import io.podflow.domain.indicator.SignificantDigits;
import io.podflow.domain.settings.PodSettings;
import org.jspecify.annotations.Nullable;

/**
 * Whether a bar stopped a position out (decision EX4).
 *
 * <ul>
 *   <li>Stop loss: a long position when the low is below entry · (1 − loss), a short one when the
 *       high is above entry · (1 + loss).
 *   <li>Trailing stop: a long position when the low is below the highest high since entry less k
 *       average true ranges, a short one the other way round.
 * </ul>
 *
 * All comparisons are strict, in the digits that count ({@link SignificantDigits}): a low of
 * exactly the level stops nothing, whatever unit prices are in. The average true range is that of
 * the pod's timeframe.
 */
public final class StopRules {

  private final @Nullable Double loss;
  private final boolean trails;
  private final double multiple;

  public StopRules(PodSettings pod) {
    this.loss = pod.systemStopLoss();
    this.trails = pod.useTrailingStop();
    this.multiple = pod.trailingStopAtrMultiplier();
  }

  /**
   * Takes in a bar of the symbol and says whether the position was stopped out in it.
   *
   * @param open price at which what was decided before is held
   */
  public @Nullable Stop onBar(
      HeldPosition held, double open, double high, double low, double close) {
    held.onBar(open, high, low, close);
    if (held.quantity == 0) {
      return null;
    }
    boolean isLong = held.quantity > 0;
    double touched = isLong ? low : high;
    Double entryLoss = loss;
    if (entryLoss != null) {
      double level = held.averagePrice * (isLong ? 1 - entryLoss : 1 + entryLoss);
      if (crossed(isLong, touched, level)) {
        return new Stop(Stop.Kind.STOP_LOSS, touched, level);
      }
    }
    return trails ? trailing(held, isLong, touched) : null;
  }

  /** Without enough bars the level is NaN and nothing is beyond it. */
  private @Nullable Stop trailing(HeldPosition held, boolean isLong, double touched) {
    double distance = multiple * held.averageTrueRange();
    double level = isLong ? held.extreme - distance : held.extreme + distance;
    return crossed(isLong, touched, level)
        ? new Stop(Stop.Kind.TRAILING_STOP, touched, level)
        : null;
  }

  private static boolean crossed(boolean isLong, double touched, double level) {
    return isLong
        ? SignificantDigits.above(level, touched)
        : SignificantDigits.above(touched, level);
  }
}
