package io.podflow.domain.market;

import io.podflow.api.Bar;

/**
 * A closed bar together with how much input it was made from.
 *
 * @param sourceBars rows of the input that fell into the period, at least 1
 * @param expectedBars rows of the input that a period without gaps has
 */
public record Bucket(Bar bar, int sourceBars, int expectedBars) {

  /** Whether rows of the period are missing. */
  public boolean hasGaps() {
    return sourceBars < expectedBars;
  }
}
