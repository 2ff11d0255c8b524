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

  public static final String FEED = "feed";
  public static final String FEED_MESSAGES = "feed-messages";
  public static final String MARKET_GATE = "market-gate";
  public static final String EXCHANGE = "exchange";
  public static final String EXCHANGE_REPORTS = "exchange-reports";
  public static final String EXCHANGE_GATE = "exchange-gate";
  public static final String REPORT_EVENTS = "report-events";
  public static final String SILENCE = "silence";
  public static final String SILENCE_EVENTS = "silence-events";
  public static final String COMMANDS = "commands";
  public static final String ORDERS = "orders";
  public static final String DECISION_ROWS = "decision-rows";
  public static final String DECISIONS = "decisions";
  public static final String CONFIG_MESSAGES = "config-messages";
  public static final String CONFIG = "config";
  public static final String CLOSE_WATCH = "close-watch";
  public static final String DEAD_LETTERS = "dead-letters";

  private Uids() {}
}
