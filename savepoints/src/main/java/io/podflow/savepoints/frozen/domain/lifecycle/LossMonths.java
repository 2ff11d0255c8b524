package io.podflow.savepoints.frozen.domain.lifecycle;

/** Frozen: no behaviour, only what old savepoints hold. */
public final class LossMonths {
  public int inARow;
  public long month;
  public double growth = 1;
}
