package io.podflow.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Alerts, defence and recovery at every close of the portfolio (CA3 to CA6). */
final class Risks {

  private static final double TOLERANCE = 1e-12;
  private static final long NEVER = Long.MIN_VALUE;

  /** A line of {@code events}, kind risk. */
  record Event(long close, String pod, String from, String to, String severity, String message) {}

  private final Run run;
  private final Accounts accounts;
  private final Wants wants;
  private final Map<Long, Double> scales = new HashMap<>();
  private final List<Event> events = new ArrayList<>();
  private final RiskMeter meter;
  private Map<String, String> standing = new LinkedHashMap<>();
  private long defence = NEVER;

  Risks(Run run, Accounts accounts, Wants wants) {
    this.run = run;
    this.accounts = accounts;
    this.wants = wants;
    this.meter = new RiskMeter(run);
    double before = 1;
    for (long close : run.closes) {
      if (run.ruined(close)) {
        // A portfolio that has ended has no limits any more.
        break;
      }
      meter.observe(close, defence);
      double scale = close(close);
      scales.put(close, scale);
      if (!phase(before).equals(phase(scale))) {
        String to = phase(scale);
        events.add(
            new Event(
                close,
                "",
                phase(before),
                to,
                to.equals("DEFENCE") ? "critical" : "info",
                switch (to) {
                  case "DEFENCE" -> "all targets are 0";
                  case "RECOVERY" -> "targets grow back, a step per UTC day";
                  default -> "targets are back at full size";
                }));
      }
      before = scale;
    }
  }

  double scale(long close) {
    return scales.getOrDefault(close, Double.NaN);
  }

  List<Event> events() {
    return events;
  }

  private static String phase(double scale) {
    return scale == 0 ? "DEFENCE" : scale < 1 ? "RECOVERY" : "NORMAL";
  }

  private double scaleOn(long day) {
    double steps = run.config.number("risk_recovery_steps");
    return defence == NEVER ? 1 : Math.min(1, (day - defence) / steps);
  }

  private double close(long close) {
    Map<String, String> alerts = new LinkedHashMap<>();
    Map<String, String> messages = new HashMap<>();
    leverageFirst(close, alerts, messages);
    say(alerts, messages, "", "portfolio drawdown", meter.drawdown(), "max_portfolio_drawdown");
    say(alerts, messages, "", "daily loss", meter.dailyLoss(), "daily_loss_limit");
    volatility(alerts, messages);
    pods(close, alerts, messages);
    double assets = meter.assetCorrelation();
    say(alerts, messages, "", "asset correlation stress", assets, "correlation_stress_threshold");
    correlation(alerts, "|asset correlation stress");
    offset(close, alerts, messages);
    news(close, alerts, messages);
    long day = Grid.day(close);
    if (alerts.containsValue("critical")) {
      defence = day;
    }
    return scaleOn(day);
  }

  /** Above the limit a warning, never more (EV4). */
  private void volatility(Map<String, String> alerts, Map<String, String> messages) {
    double limit = run.config.number("max_portfolio_volatility");
    double value = meter.volatility();
    if (value > limit + TOLERANCE) {
      alerts.put("|portfolio volatility", "warning");
      messages.put(
          "|portfolio volatility", "portfolio volatility " + value + " (limit " + limit + ")");
    }
  }

  private void leverageFirst(long close, Map<String, String> alerts, Map<String, String> messages) {
    double leverage = 0;
    for (String symbol : run.universe) {
      leverage += Math.abs(Algebra.sum(wants.weights(symbol, close)));
    }
    double limit = run.config.number("max_gross_leverage");
    double sent = leverage * (leverage > limit ? limit / leverage : 1) * scaleOn(Grid.day(close));
    say(alerts, messages, "", "gross leverage", sent, "max_gross_leverage");
    alerts.replaceAll((key, severity) -> "warning");
  }

  private void pods(long close, Map<String, String> alerts, Map<String, String> messages) {
    double[] weights = accounts.shares(accounts.after(close), close);
    CapitalMethods table = CapitalMethods.forRisk(run, close);
    double[] shares = meter.podShares(table, weights);
    boolean critical = run.config.orchestrator("prc_breach_severity").asText().equals("critical");
    for (Config.Pod pod : run.config.pods) {
      double share = Math.abs(shares[pod.index()]);
      say(alerts, messages, pod.id(), "single pod risk", share, "max_single_pod_risk_pct");
      alerts.computeIfPresent(pod.id() + "|single pod risk", (key, s) -> critical ? s : "warning");
    }
    double correlation = meter.podCorrelation(table);
    say(alerts, messages, "", "correlation stress", correlation, "correlation_stress_threshold");
    correlation(alerts, "|correlation stress");
  }

  private void correlation(Map<String, String> alerts, String key) {
    String most = run.config.orchestrator("correlation_breach_severity").asText();
    alerts.computeIfPresent(key, (k, s) -> most.equals("critical") ? s : "warning");
  }

  private void offset(long close, Map<String, String> alerts, Map<String, String> messages) {
    double gross = 0;
    double net = 0;
    for (String symbol : run.universe) {
      double[] weights = wants.weights(symbol, close);
      for (double weight : weights) {
        gross += Math.abs(weight);
      }
      net += Math.abs(Algebra.sum(weights));
    }
    double offset = gross < 1e-8 ? 0 : 1 - net / gross;
    double limit = run.config.number("netting_offset_warning_threshold");
    if (offset > limit + TOLERANCE) {
      alerts.put("|netting offset", "warning");
      messages.put("|netting offset", "netting offset " + offset + " (limit " + limit + ")");
    }
  }

  private void say(
      Map<String, String> alerts,
      Map<String, String> messages,
      String pod,
      String kind,
      double value,
      String limitKey) {
    double limit = run.config.number(limitKey);
    boolean critical = value >= limit - TOLERANCE;
    if (critical || value >= 0.8 * limit - TOLERANCE) {
      alerts.put(pod + "|" + kind, critical ? "critical" : "warning");
      messages.put(pod + "|" + kind, kind + " " + value + " (limit " + limit + ")");
    }
  }

  private void news(long close, Map<String, String> alerts, Map<String, String> messages) {
    alerts.forEach(
        (key, severity) -> {
          if (!severity.equals(standing.get(key))) {
            add(close, key, severity, messages.getOrDefault(key, ""));
          }
        });
    for (String key : standing.keySet()) {
      if (!alerts.containsKey(key)) {
        add(close, key, "info", key.substring(key.indexOf('|') + 1) + ": alert over");
      }
    }
    standing = alerts;
  }

  private void add(long close, String key, String severity, String message) {
    events.add(new Event(close, key.substring(0, key.indexOf('|')), "", "", severity, message));
  }
}
