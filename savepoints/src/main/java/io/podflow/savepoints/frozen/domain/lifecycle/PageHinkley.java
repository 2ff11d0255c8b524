package io.podflow.savepoints.frozen.domain.lifecycle;

/** Frozen: no behaviour, only what old savepoints hold. */
public final class PageHinkley {
  public int count;
  public double mean;
  public double sum;
  public double least;
}
