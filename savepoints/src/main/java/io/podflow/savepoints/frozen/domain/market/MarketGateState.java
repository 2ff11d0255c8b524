package io.podflow.savepoints.frozen.domain.market;

/** Frozen: no behaviour, only what old savepoints hold. */
public final class MarketGateState {
  public long closedUpTo = Long.MIN_VALUE;
  public MarketRow[] last = {};
  public boolean[] absent = {};
  public BucketAggregation[][] buckets = {};
  public Bar[] keptBack = {};
  public long waitingSince = Long.MIN_VALUE;
  public FundingRate[] rates = {};
  public FundingRate[] lastRates = {};
}
