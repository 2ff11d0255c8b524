package io.podflow.savepoints.frozen.domain.market;

/** Frozen: no behaviour, only what old savepoints hold. */
public final class FundingRecords {
  public FundingRate[] waiting = {};
  public String[] known = {};
}
