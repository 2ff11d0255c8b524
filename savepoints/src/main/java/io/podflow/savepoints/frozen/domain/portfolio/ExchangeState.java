package io.podflow.savepoints.frozen.domain.portfolio;

import io.podflow.savepoints.frozen.domain.execution.Trade;

/** Frozen: no behaviour, only what old savepoints hold. */
public final class ExchangeState {
  public boolean takesOrders = true;
  public boolean halted;
  public String difference = "";
  public double fundingPaid;
  public int[] failures = {};
  public int[] pauses = {};
  public Trade[] ended = {};
  public boolean[] unfinished = {};
  public Trade[] unfilled = {};
}
