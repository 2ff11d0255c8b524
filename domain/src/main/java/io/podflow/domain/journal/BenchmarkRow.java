package io.podflow.domain.journal;

/**
 * What a benchmark is worth at one bar close: a row of {@code benchmarks}.
 *
 * @param time close of a row of {@code equity}, epoch milliseconds UTC
 * @param name of the benchmark; {@link #EQUAL_WEIGHT} for the one that every run has
 * @param equity quote currency
 */
public record BenchmarkRow(long time, String name, double equity) {

  /** All configured symbols in equal parts, bought once and held. */
  public static final String EQUAL_WEIGHT = "equal weight";
}
