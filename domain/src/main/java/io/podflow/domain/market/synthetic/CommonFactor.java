package io.podflow.domain.market.synthetic;

/**
 * What all symbols share: one return and one volatility per bar, and the crash. The factor is the
 * log return of a symbol with sensitivity 1.
 */
final class CommonFactor {

  private static final double[] CRASH_RETURNS = {-0.16, -0.24, 0.06};

  private final double[] returns;
  private final double[] volatilities;
  private final int crashBar;

  CommonFactor(Noise noise, int bars, int crashBar) {
    this.returns = new double[bars];
    this.volatilities = new double[bars];
    this.crashBar = crashBar;
    RegimePath path = new RegimePath(noise, 1);
    for (int i = 0; i < bars; i++) {
      returns[i] = path.next();
      volatilities[i] = path.volatility();
      if (crashes(i)) {
        returns[i] = CRASH_RETURNS[i - crashBar];
        path.enter(Regime.TURBULENCE);
        volatilities[i] = 2 * path.volatility();
      }
    }
  }

  double returnAt(int bar) {
    return returns[bar];
  }

  double volatilityAt(int bar) {
    return volatilities[bar];
  }

  /** Whether the bar is one of the crash, in which lows reach far below closes. */
  boolean crashes(int bar) {
    return bar >= crashBar && bar < crashBar + CRASH_RETURNS.length;
  }
}
