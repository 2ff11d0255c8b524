package io.podflow.domain.pod;

/**
 * What a pod's target in a symbol is the product of, and what held its signal (decision TR4).
 *
 * @param signal σ: the signal that acts, after stops, quiet times and halts
 * @param exposure ω: weight · n, or what stands for it
 * @param multiplier μ of the selector, 0 to 1
 * @param capScale κ of the pod's leverage cap
 * @param stopped whether a stop, or the quiet time after one, holds the signal at 0
 * @param halted whether a halted market holds the target down
 * @param freeSignal the signal that would act if the market were not halted
 * @param forced whether the target has to be followed at once: a stop, an exclusion that is no
 *     ramp, bars that have stopped, or the pod's ruin (decision TR2)
 * @param ruined whether the pod's own account is used up, so that it wants nothing any more
 * @param gone whether the pod has missed the symbol's bars for so long that it wants nothing of it
 */
public record TargetFactors(
    double signal,
    double exposure,
    double multiplier,
    double capScale,
    boolean stopped,
    boolean halted,
    double freeSignal,
    boolean forced,
    boolean ruined,
    boolean gone) {

  /** Of a symbol that is traded, in a pod that is not ruined. */
  public TargetFactors(
      double signal,
      double exposure,
      double multiplier,
      double capScale,
      boolean stopped,
      boolean halted,
      double freeSignal,
      boolean forced) {
    this(
        signal, exposure, multiplier, capScale, stopped, halted, freeSignal, forced, false, false);
  }

  /** Of any symbol of a ruined pod. */
  static TargetFactors ofRuin() {
    return new TargetFactors(0, 1, 1, 1, false, false, 0, true, true, false);
  }

  /** Of a target of which nothing but its size is known. */
  public static TargetFactors of(double target) {
    return new TargetFactors(target, 1, 1, 1, false, false, target, false);
  }

  /** Of a symbol whose bars have stopped. */
  TargetFactors stale() {
    return new TargetFactors(
        0, exposure, multiplier, capScale, false, false, 0, true, false, true);
  }

  /** The same at a close at which nothing was decided. */
  TargetFactors unforced() {
    return new TargetFactors(
        signal,
        exposure,
        multiplier,
        capScale,
        stopped,
        halted,
        freeSignal,
        false,
        ruined,
        gone);
  }

  /** The factors of the quantity that the portfolio makes of the target. */
  public Factors in(
      double fraction,
      double leverageScale,
      double riskScale,
      double volatilityScale,
      double unit) {
    return new Factors(
        signal,
        exposure,
        multiplier,
        capScale,
        fraction,
        leverageScale,
        riskScale,
        volatilityScale,
        unit);
  }

  /** The factors of the target alone. */
  Factors alone() {
    return in(1, 1, 1, 1, 1);
  }
}
