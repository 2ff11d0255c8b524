package io.podflow.savepoints.frozen.domain.portfolio;

/** Frozen: no behaviour, only what old savepoints hold. */
public final class Ledger {
  public double reserve;
  public double[] podCash = {};
  public double[] given = {};
  public double[][] quantities = {};
  public double[][] largest = {};
  public double[] averagePrices = {};
  public double[] marks = {};
}
