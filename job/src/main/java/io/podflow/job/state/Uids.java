package io.podflow.job.state;

/** The uid of every operator. A savepoint finds its state by these: never change one. */
public final class Uids {

  public static final String BARS = "bars";
  public static final String ROUTER = "router";
  public static final String ASSETS = "assets";
  public static final String PODS = "pods";
  public static final String POD_TARGETS = "pod-targets";
  public static final String POD_RECORDS = "pod-records";
  public static final String PORTFOLIO = "portfolio";
  public static final String PORTFOLIO_RECORDS = "portfolio-records";
  public static final String EVENT_RECORDS = "event-records";
  public static final String RUN = "run";

  private Uids() {}
}
