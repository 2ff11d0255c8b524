package io.podflow.oracle;

/**
 * What a pod's wanted quantity of a symbol is the product of (TR4), with what holds some of it.
 *
 * @param signal σ, with stops and halts in it
 * @param exposure ω, weight · n or what stands for it
 * @param multiplier μ of the selector
 * @param cap κ of the pod's leverage
 * @param share φ, the fraction of the last applied rebalance; 0 when RETIRED
 * @param leverage λ of the portfolio
 * @param risk ρ of the defence
 * @param volatility ν of the volatility cap
 * @param unit e, what a share of 1 is in quantity
 * @param free σ as it would be without a halt
 * @param silenced whether a stop or the quiet time after it holds σ at 0
 * @param gone whether the pod is RETIRED or ruined
 * @param stale whether the pod has missed the symbol for so long that it wants nothing
 */
record Factors(
    double signal,
    double exposure,
    double multiplier,
    double cap,
    double share,
    double leverage,
    double risk,
    double volatility,
    double unit,
    double free,
    boolean silenced,
    boolean gone,
    boolean stale) {

  double wanted() {
    double product = signal * exposure * multiplier * cap * share;
    return product * leverage * risk * volatility * unit;
  }

  /** The same without a signal: what a first entry is compared with. */
  Factors flat() {
    return with(0, exposure);
  }

  Factors with(double otherSignal, double otherExposure) {
    return new Factors(
        otherSignal,
        otherExposure,
        multiplier,
        cap,
        share,
        leverage,
        risk,
        volatility,
        unit,
        free,
        silenced,
        gone,
        stale);
  }
}
