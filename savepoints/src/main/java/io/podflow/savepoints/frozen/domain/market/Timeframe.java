package io.podflow.savepoints.frozen.domain.market;

/** Frozen: no behaviour, only what old savepoints hold. */
public enum Timeframe {
  M1,
  M5,
  M15,
  M30,
  H1,
  H2,
  H3,
  H4,
  H6,
  H12,
  D1
}
