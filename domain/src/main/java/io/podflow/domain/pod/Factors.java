package io.podflow.domain.pod;

/**
 * What a wanted quantity is the product of (decision TR4).
 *
 * @param signal σ, signed
 * @param exposure ω: weight · n, or what stands for it
 * @param multiplier μ of the selector, 0 to 1
 * @param capScale κ of the pod's leverage cap
 * @param fraction φ: the pod's share of equity by the last applied rebalance
 * @param leverageScale λ of the portfolio's leverage limit, with a spot market's clip
 * @param riskScale ρ of the defence
 * @param volatilityScale ν of the volatility cap
 * @param unit e: quantity of the base asset that the pod's capital would buy, per fraction
 */
public record Factors(
    double signal,
    double exposure,
    double multiplier,
    double capScale,
    double fraction,
    double leverageScale,
    double riskScale,
    double volatilityScale,
    double unit) {

  /** The quantity that they make. */
  public double product() {
    return signal
        * exposure
        * multiplier
        * capScale
        * fraction
        * leverageScale
        * riskScale
        * volatilityScale
        * unit;
  }

  /** The same without a signal. */
  public Factors withoutSignal() {
    return withSignal(0);
  }

  Factors withSignal(double other) {
    return new Factors(
        other,
        exposure,
        multiplier,
        capScale,
        fraction,
        leverageScale,
        riskScale,
        volatilityScale,
        unit);
  }

  Factors withExposure(double other) {
    return new Factors(
        signal,
        other,
        multiplier,
        capScale,
        fraction,
        leverageScale,
        riskScale,
        volatilityScale,
        unit);
  }
}
