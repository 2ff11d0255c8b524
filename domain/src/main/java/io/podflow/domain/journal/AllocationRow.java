package io.podflow.domain.journal;

/**
 * One pod in one capital rebalance: a row of {@code allocations}. All weights are shares of equity.
 *
 * @param time bar close, epoch milliseconds UTC
 * @param trigger {@code calendar}, {@code threshold} or {@code retirement}
 * @param methodWeight what the allocation method asked for
 * @param lifecycleWeight after the clamps of the pod's state
 * @param previousFraction the pod's share before
 * @param fraction the pod's share after
 * @param turnover |fraction − previousFraction|
 * @param applied whether the fraction took effect
 */
public record AllocationRow(
    long time,
    String pod,
    String trigger,
    double methodWeight,
    double lifecycleWeight,
    double previousFraction,
    double fraction,
    double turnover,
    boolean applied) {}
