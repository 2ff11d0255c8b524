package io.podflow.savepoints.frozen.domain.execution;

/** Frozen: no behaviour, only what old savepoints hold. */
public final class ReportGateState {
  public long beat = Long.MIN_VALUE;
  public boolean takesOrders = true;
  public String[] fills = {};
  public long[] contents = {};
  public int next;
  public String[] ends = {};
  public int nextEnd;
}
