package io.podflow.domain.market.synthetic;

import java.util.List;

/** A mood of the market, held for a while. Figures are per bar of 12 hours, of log prices. */
enum Regime {
  RALLY(0.0026, 0.015, 0, 60),
  DECLINE(-0.0022, 0.018, 0, 50),
  RANGE(0, 0.012, 0.06, 50),
  TURBULENCE(0, 0.030, 0, 16);

  private static final List<Regime> ALL = List.of(values());

  private final double drift;
  private final double volatility;
  private final double reversion;
  private final double meanBars;

  Regime(double drift, double volatility, double reversion, double meanBars) {
    this.drift = drift;
    this.volatility = volatility;
    this.reversion = reversion;
    this.meanBars = meanBars;
  }

  /** Standard deviation of a return. */
  double volatility() {
    return volatility;
  }

  /** Mean of the next return, given how far the price is from where the regime began. */
  double pull(double distance) {
    return drift - reversion * distance;
  }

  /** The regime of the next bar: mostly the same one, else any of the others alike. */
  Regime next(Noise noise) {
    if (noise.uniform() >= 1 / meanBars) {
      return this;
    }
    int step = 1 + (int) (noise.uniform() * (ALL.size() - 1));
    return ALL.get((ALL.indexOf(this) + step) % ALL.size());
  }
}
