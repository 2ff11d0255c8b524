package io.podflow.savepoints.frozen.domain.market;

/** Frozen: no behaviour, only what old savepoints hold. */
public record FundingRate(String symbol, long time, double rate) {}
