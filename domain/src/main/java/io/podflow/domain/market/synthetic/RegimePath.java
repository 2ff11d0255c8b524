package io.podflow.domain.market.synthetic;

/** Log returns under changing regimes, one a bar, with now and then a jump. */
final class RegimePath {

  private static final double JUMP_PROBABILITY = 0.004;
  private static final double JUMP_SIZE = 3;

  private final Noise noise;
  private final double scale;
  private Regime regime = Regime.RANGE;
  private double level;
  private double anchor;

  /**
   * @param scale factor on drift and volatility of every regime
   */
  RegimePath(Noise noise, double scale) {
    this.noise = noise;
    this.scale = scale;
  }

  /** The return of the next bar. */
  double next() {
    Regime following = regime.next(noise);
    if (following != regime) {
      enter(following);
    }
    double shock = regime.volatility() * noise.gaussian();
    if (noise.uniform() < JUMP_PROBABILITY) {
      shock *= JUMP_SIZE;
    }
    double move = regime.pull(level - anchor) + shock;
    level += move;
    return scale * move;
  }

  /** Puts the path into a regime, whatever its own course was. */
  void enter(Regime forced) {
    regime = forced;
    anchor = level;
  }

  /** Standard deviation of a return in the present regime. */
  double volatility() {
    return scale * regime.volatility();
  }
}
