package io.podflow.domain.risk;

import io.podflow.domain.metrics.ReturnWindow;

/**
 * What risk remembers between closes. Kept in keyed state as it stands, therefore public fields;
 * only the classes of this package change them.
 */
public final class RiskState {

  /** A UTC day before the first. */
  public static final long NEVER = Long.MIN_VALUE;

  /** UTC day of the last close, epoch day. */
  public long day = NEVER;

  /** UTC day of the last critical alert, epoch day. */
  public long defenceDay = NEVER;

  /** Equity at the last close, quote currency. */
  public double equity;

  /** Equity at the end of the UTC day before this one, quote currency. */
  public double dayBase;

  /** Highest equity since the last defence ended, quote currency. */
  public double peak;

  /** Whether something is held since the last close. */
  public boolean holding;

  /** Whether something was held at some time of this UTC day. */
  public boolean exposed;

  /** Whether this UTC day's return is accounted for. */
  public boolean dayEnded;

  /** Returns of equity over the last UTC days on which something was held. */
  public ReturnWindow exposedDays = new ReturnWindow(EquityRisk.VOLATILITY_DAYS);

  /** The alerts of the last close. */
  public RiskAlert[] standing = {};

  /** For deserialisation only. */
  public RiskState() {}

  /**
   * The start of a run.
   *
   * @param initialCapital quote currency
   */
  public RiskState(double initialCapital) {
    equity = initialCapital;
    dayBase = initialCapital;
    peak = initialCapital;
  }
}
