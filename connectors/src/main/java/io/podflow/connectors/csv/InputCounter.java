package io.podflow.connectors.csv;

import io.podflow.domain.market.InputCounts;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts of rows and bars of one file, updated while the file is read. */
final class InputCounter {

  long rows;
  long used;
  long bars;
  long duplicates;
  long superseded;
  long gapBuckets;
  long missedCloses;
  long cutOffBuckets;
  private final long[] rejected = new long[Rejection.values().length];
  private @Nullable String firstOffence;

  /** Counts a row that cannot be used. */
  void reject(Rejection why, String offence) {
    rows++;
    rejected[why.ordinal()]++;
    if (firstOffence == null) {
      firstOffence = offence;
    }
  }

  long rejected() {
    long sum = 0;
    for (long count : rejected) {
      sum += count;
    }
    return sum;
  }

  /** Rejected rows by the ordinal of their {@link Rejection}. */
  List<Long> rejectedByReason() {
    return Arrays.stream(rejected).boxed().toList();
  }

  /** The first rejected row with file and line; empty when there is none. */
  String firstOffence() {
    return firstOffence == null ? "" : firstOffence;
  }

  InputCounts counts() {
    return new InputCounts(
        rows, bars, rejected(), duplicates, superseded, 0, gapBuckets, missedCloses, cutOffBuckets);
  }
}
