package io.podflow.savepoints.frozen.domain.market;

/** Frozen: no behaviour, only what old savepoints hold. */
public final class JumpWatch {
  public double[] closes = {};
  public long[] times = {};
  public boolean[] jumped = {};
  public boolean fresh;
}
