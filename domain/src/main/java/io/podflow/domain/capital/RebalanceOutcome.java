package io.podflow.domain.capital;

/**
 * A capital rebalance, by pod in configured order; all weights are shares of equity.
 *
 * @param methodWeights what the allocation method asked for
 * @param lifecycleWeights after the clamps by lifecycle state
 * @param fractions each pod's fraction from now on; its previous share where not applied
 * @param applied whether the fraction takes effect
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not kept
public record RebalanceOutcome(
    double[] methodWeights, double[] lifecycleWeights, double[] fractions, boolean[] applied) {}
