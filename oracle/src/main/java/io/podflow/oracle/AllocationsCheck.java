package io.podflow.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Table {@code allocations}: a row per pod for every capital rebalance (A1 to A3, L1, L4). */
final class AllocationsCheck {

  private static final double TOLERANCE = 1e-12;
  private static final long NEVER = Long.MIN_VALUE;

  private final Run run;
  private final Accounts accounts;
  private final Comparison comparison;

  AllocationsCheck(Run run, Accounts accounts, Comparison comparison) {
    this.run = run;
    this.accounts = accounts;
    this.comparison = comparison;
  }

  void check() {
    long lastDay = NEVER;
    double[] fractions =
        run.config.pods.stream()
            .mapToDouble(pod -> pod.startsRetired() ? 0 : pod.number("initial_fraction"))
            .toArray();
    for (long close : run.closes) {
      boolean begun = run.books.stream().anyMatch(book -> book.closeIndex(close) >= 0);
      if (Grid.endsDay(close) && begun && !run.ruined(close)) {
        double[] shares = accounts.shares(accounts.before(close), close);
        String trigger = trigger(close, lastDay, shares, fractions);
        if (!trigger.isEmpty()) {
          rows(close, trigger, shares);
          lastDay = Grid.day(close);
          takeOver(close, fractions);
        }
      }
    }
  }

  private String trigger(long close, long lastDay, double[] shares, double[] fractions) {
    long day = Grid.day(close);
    if (run.config.pods.stream().anyMatch(pod -> retiresAt(pod, close))) {
      return "retirement";
    }
    String configured = run.config.orchestrator("rebalance_trigger").asText();
    boolean calendar = day - lastDay >= run.config.number("rebalance_calendar_days");
    if (lastDay == NEVER || (calendar && !configured.equals("threshold"))) {
      return "calendar";
    }
    double limit = run.config.number("rebalance_drift_threshold") + TOLERANCE;
    boolean drifted = false;
    for (int p = 0; p < shares.length; p++) {
      boolean active = !retired(p, close);
      drifted |= active && Math.abs(shares[p] - fractions[p]) > limit;
    }
    return drifted && !configured.equals("calendar") ? "threshold" : "";
  }

  private boolean retiresAt(Config.Pod pod, long close) {
    return run.retired(pod, close) && !run.retired(pod, close - 1);
  }

  private void takeOver(long close, double[] fractions) {
    for (int p = 0; p < fractions.length; p++) {
      Row row = recorded(close, p);
      fractions[p] = row.flag("applied") ? row.number("fraction") : fractions[p];
    }
  }

  private Row recorded(long close, int pod) {
    return run.recorded.rows("allocations").stream()
        .filter(row -> row.time == close)
        .filter(row -> row.text("pod").equals(run.config.pods.get(pod).id()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no allocation of pod " + pod + " at " + close));
  }

  private void rows(long close, String trigger, double[] shares) {
    double[] method = new CapitalMethods(run, close).weights();
    double[] lifecycle = clamped(close, column(close, "method_weight"));
    double[] previous = column(close, "previous_fraction");
    double[] limited =
        limited(close, previous, new Overlays(run, close).of(column(close, "lifecycle_weight")));
    double moved = 0;
    for (int p = 0; p < previous.length; p++) {
      moved += retired(p, close) ? 0 : Math.abs(limited[p] - previous[p]);
    }
    boolean worthIt = moved > run.config.number("min_rebalance_turnover") - TOLERANCE;
    for (int p = 0; p < shares.length; p++) {
      double fraction = retired(p, close) ? 0 : worthIt ? limited[p] : previous[p];
      comparison
          .row(close, run.config.pods.get(p).id())
          .text("trigger", trigger)
          .number("method_weight", method[p])
          .number("lifecycle_weight", lifecycle[p])
          .number("previous_fraction", shares[p])
          .number("fraction", fraction)
          .number("turnover", Math.abs(fraction - previous[p]))
          .number("applied", worthIt || retired(p, close) ? 1 : 0);
    }
  }

  private double[] column(long close, String name) {
    double[] values = new double[run.books.size()];
    Arrays.setAll(values, p -> recorded(close, p).number(name));
    return values;
  }

  private boolean retired(int pod, long close) {
    return run.retired(run.config.pods.get(pod), close);
  }

  /** What the lifecycle states leave (docs/decisions.md, "Capital between pods"). */
  private double[] clamped(long close, double[] weights) {
    List<Double> clamped = new ArrayList<>();
    for (Config.Pod pod : run.config.pods) {
      double w = weights[pod.index()];
      double min = pod.number("min_fraction");
      double max = pod.number("max_fraction");
      clamped.add(
          switch (run.state(pod, close)) {
            case "INCUBATION" -> Math.min(w, pod.number("initial_fraction"));
            case "PRODUCTION" -> Math.max(min, Math.min(max, w));
            case "WARNING" -> Math.max(min, Math.min(max, w / 2));
            case "PROBATION" -> min;
            default -> 0.0;
          });
    }
    double[] values = clamped.stream().mapToDouble(Double::doubleValue).toArray();
    return Algebra.sum(values) > 1 ? Algebra.normalised(values) : values;
  }

  /** Turnover limits: each pod's move, then all moves, then the sum of fractions (A1, A2, CA9). */
  private double[] limited(long close, double[] previous, double[] wanted) {
    int n = previous.length;
    double perPod = limit("max_pod_turnover_per_rebalance");
    double total = limit("max_total_turnover_per_rebalance");
    double[] moves = new double[n];
    double turnover = 0;
    for (int p = 0; p < n; p++) {
      moves[p] = Math.max(-perPod, Math.min(perPod, wanted[p] - previous[p]));
      turnover += retired(p, close) ? 0 : Math.abs(moves[p]);
    }
    double sum = 0;
    double rises = 0;
    for (int p = 0; p < n; p++) {
      moves[p] = retired(p, close) ? -previous[p] : moves[p] * Math.min(1, total / turnover);
      moves[p] = Double.isNaN(moves[p]) ? 0 : moves[p];
      sum += previous[p] + moves[p];
      rises += Math.max(0, moves[p]);
    }
    double[] fractions = new double[n];
    double kept = sum > 1 ? Math.max(0, 1 - (sum - 1) / rises) : 1;
    for (int p = 0; p < n; p++) {
      fractions[p] = previous[p] + (moves[p] > 0 ? moves[p] * kept : moves[p]);
    }
    return Algebra.sum(fractions) > 1 + TOLERANCE ? Algebra.normalised(fractions) : fractions;
  }

  private double limit(String key) {
    return run.config.orchestrator("turnover_constraint").isObject()
        ? run.config.orchestrator("turnover_constraint").path(key).asDouble()
        : Double.MAX_VALUE;
  }
}
