package io.podflow.connectors.csv;

import io.podflow.domain.market.InputCounts;

/** Counts while one file is read. */
final class InputCounter {

  long rows;
  long bars;
  long rejected;
  long duplicates;
  long conflicts;
  long late;
  long gapBuckets;
  long missedCloses;
  long cutOffBuckets;

  InputCounts counts() {
    return new InputCounts(
        rows, bars, rejected, duplicates, conflicts, late, gapBuckets, missedCloses, cutOffBuckets);
  }
}
