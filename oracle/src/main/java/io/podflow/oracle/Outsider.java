package io.podflow.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Recomputes a finished run and says what differs. */
public final class Outsider {

  /**
   * What a check came to.
   *
   * @param rows rows compared, by table
   * @param errors largest relative error, by {@code table.column}; of the identities too
   * @param problems what differs; empty for a run that can be recomputed
   */
  public record Findings(
      Map<String, Integer> rows, Map<String, Double> errors, List<String> problems) {}

  private final Run run;
  private final Map<String, Comparison> comparisons = new LinkedHashMap<>();

  private Outsider(Run run) {
    this.run = run;
  }

  /**
   * Checks every table and every identity.
   *
   * @param bars what the run read
   * @param config the effective configuration
   * @throws AssertionError listing what differs
   */
  public static Findings check(Path runDb, Bars bars, JsonNode config) {
    Run run = new Run(new Config(config), bars, Recorded.read(runDb));
    Findings findings = new Outsider(run).findings();
    if (!findings.problems().isEmpty()) {
      throw new AssertionError(String.join("\n", findings.problems()));
    }
    return findings;
  }

  private Findings findings() {
    Accounts accounts = new Accounts(run);
    Wants wants = new Wants(run, accounts);
    Risks risks = new Risks(run, accounts, wants);
    VolatilityCap cap = new VolatilityCap(run, wants, risks);
    Scales scales = new Scales(run, accounts, wants, risks, cap);
    Decisions decisions = new Decisions(run, accounts, wants, scales);
    OrdersCheck orders = new OrdersCheck(run, decisions.trades);
    new AssetsCheck(run, table("assets", "pod", "symbol")).check();
    new PodsCheck(run, accounts, table("pods", "pod")).check();
    new AllocationsCheck(run, accounts, table("allocations", "pod")).check();
    new TargetsCheck(wants, scales, decisions, table("targets", "symbol")).check();
    new UnsentCheck(run, decisions, table("unsent", "symbol")).check();
    orders.orders(table("orders", "order_id"));
    orders.fills(table("fills", "fill_id", "order_id"));
    orders.podFills(table("pod_fills", "fill_id", "pod", "crossed"));
    new PositionsCheck(run, accounts, table("positions", "symbol")).check();
    new EquityCheck(run, accounts, decisions, table("equity")).check();
    new BenchmarksCheck(run, table("benchmarks", "name")).check();
    String[] all = {"kind", "pod", "symbol", "from_state", "to_state", "severity", "message"};
    new EventsCheck(run, accounts, risks, cap, decisions, orders, table("events", all)).check();
    return summary(new Identities(run, accounts));
  }

  private Comparison table(String name, String... keyColumns) {
    Comparison comparison = new Comparison(run.recorded.get(name), keyColumns);
    comparisons.put(name, comparison);
    return comparison;
  }

  private Findings summary(Identities identities) {
    Map<String, Integer> rows = new LinkedHashMap<>();
    Map<String, Double> errors = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    comparisons.forEach(
        (name, comparison) -> {
          rows.put(name, comparison.rows());
          comparison.errors().forEach((column, error) -> errors.put(name + "." + column, error));
          problems.addAll(comparison.finish());
        });
    problems.addAll(identities.check());
    errors.put("identities", identities.worst());
    return new Findings(rows, errors, problems);
  }
}
