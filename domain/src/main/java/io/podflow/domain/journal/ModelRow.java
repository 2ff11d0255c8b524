package io.podflow.domain.journal;

/**
 * The weight of one feature in the last model of one pod and symbol: a row of {@code models}.
 *
 * @param feature name of the feature
 * @param time close of the newest bar that the model has seen, epoch milliseconds UTC
 * @param weight coefficient, or importance where the model has no coefficients
 */
public record ModelRow(String pod, String symbol, String feature, long time, double weight) {}
