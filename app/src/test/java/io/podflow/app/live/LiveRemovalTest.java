package io.podflow.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.exchange.ExchangeBooks;
import io.podflow.domain.exchange.Faults;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.execution.PositionReport;
import io.podflow.live.testing.SharedParts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two pods are taken out of a portfolio on a real cluster, the second while the first one's
 * positions are being closed, by an exchange that fills in part and is away when the first goes:
 * once by restarts with other files, once by versions of the configuration. Both decide the same.
 */
@Tag("E1")
@Tag("E2")
@Tag("E3")
@Tag("E4")
@Tag("G1")
class LiveRemovalTest {

  private static final String FROM = "2021-01-01";
  private static final String AWAY = "2021-01-10T00:00:00Z";
  private static final String FIRST = "2021-01-11T00:00:00Z";
  private static final String BACK = "2021-01-13T00:00:00Z";
  private static final String SECOND = "2021-01-14T00:00:00Z";
  private static final String LAST = "2021-01-21T00:00:00Z";

  /** By this seed the connection breaks at {@link #AWAY}, for three closes. */
  private static final Faults FAULTS = new Faults(158, 0.3, 0, 0.02, 3);

  private static final String GONE = pod("gone", "SYN01/USDT, SYN02/USDT, SYN03/USDT");
  private static final String NEXT = pod("next", "SYN04/USDT, SYN05/USDT");
  private static final String STAY = pod("stay", "SYN01/USDT, SYN06/USDT");
  private static final String WIDE = pod("wide", "SYN04/USDT, SYN06/USDT, SYN07/USDT");

  /** Fills in the order in which they moved a position, each with what was held after it. */
  private static final String HELD =
      "WITH moves AS (SELECT f.*, o.reason, CASE f.side WHEN 'BUY' THEN f.quantity ELSE -f.quantity END AS moved"
          + " FROM fills f JOIN orders o USING (order_id)), steps AS (SELECT *,"
          + " sum(moved) OVER (PARTITION BY symbol ORDER BY time, fill_id) AS held FROM moves) ";

  @TempDir private Path folder;

  @Test
  void removedByVersionsWhileRunningDecidesAsRemovedByRestarts() throws Exception {
    Path four = file("four", GONE, NEXT, STAY, WIDE);
    Path three = file("three", NEXT, STAY, WIDE);
    Path two = file("two", STAY, WIDE);
    SharedParts parts = SharedParts.running();
    try (TradedRun restart = new TradedRun(parts, folder, "restart", four, FROM, FAULTS);
        TradedRun version = new TradedRun(parts, folder, "version", four, FROM, FAULTS)) {
      byRestart(restart, four, three, two);
      ExchangeBooks books = restart.finished();
      byVersion(version, four, three, two);
      agree(version, version.finished());

      assertThat(version.decisions()).isEqualTo(restart.decisions());
      agree(restart, books);
      assertThat(version.orders()).containsExactlyInAnyOrderElementsOf(restart.orders());
      itWasAsHardAsItShouldBe(version);
      nothingIsLeft(version);
    }
  }

  private static void byRestart(TradedRun run, Path four, Path three, Path two) throws Exception {
    run.feed(FROM, "2021-01-09");
    run.trade(four, 1, null);
    run.awaitDecidedByPods(AWAY);
    run.trade(three, 2, run.stopped());
    run.feed("2021-01-10", "2021-01-12");
    run.awaitDecided(BACK);
    run.trade(two, 1, run.stopped());
    run.feed("2021-01-13", "2021-01-20");
    run.awaitDecided(LAST);
  }

  /** The restart is with the first file, and takes back nothing. */
  private static void byVersion(TradedRun run, Path four, Path three, Path two) throws Exception {
    run.feed(FROM, "2021-01-07");
    run.trade(four, 1, null);
    run.awaitDecidedByPods("2021-01-08T00:00:00Z");
    assertThat(run.podflow("live", "apply", three, "--at", FIRST, "--yes"))
        .contains("- pod gone", "holds from " + FIRST);
    run.trade(four, 2, run.stopped());
    run.feed("2021-01-08", "2021-01-12");
    run.awaitDecided(BACK);
    assertThat(run.podflow("live", "apply", two, "--yes"))
        .contains("- pod next", "holds from " + SECOND);
    run.feed("2021-01-13", "2021-01-20");
    run.awaitDecided(LAST);
  }

  /** What the job holds, what was filled, and the exchange's own books. */
  private static void agree(TradedRun run, ExchangeBooks books) {
    Map<String, Double> held =
        numbers(run, "SELECT symbol, quantity FROM positions WHERE time = '" + LAST + "'");
    Map<String, Double> filled =
        numbers(
            run,
            "SELECT symbol, sum(CASE side WHEN 'BUY' THEN quantity ELSE -quantity END) FROM fills"
                + " GROUP BY symbol");
    assertThat(books.reports()).hasSizeGreaterThan(5).hasSameSizeAs(filled.keySet());
    for (PositionReport report : books.reports()) {
      String symbol = report.symbol();
      assertThat(held.getOrDefault(symbol, 0.0))
          .as(symbol)
          .isCloseTo(report.quantity(), within(1e-9 * (1 + Math.abs(report.quantity()))))
          .isCloseTo(filled.get(symbol), within(1e-9 * (1 + Math.abs(report.quantity()))));
    }
    Map<String, OrderCommand> byId = new HashMap<>();
    for (OrderCommand order : run.orders()) {
      assertThat(byId.merge(order.orderId(), order, (before, again) -> before)).isEqualTo(order);
    }
  }

  private static Map<String, Double> numbers(TradedRun run, String sql) {
    Map<String, Double> numbers = new HashMap<>();
    for (String row : run.rows(sql)) {
      int space = row.indexOf(' ');
      numbers.put(row.substring(0, space), Double.valueOf(row.substring(space + 1)));
    }
    return numbers;
  }

  private static void itWasAsHardAsItShouldBe(TradedRun run) {
    assertThat(
            run.rows(
                "SELECT symbol FROM events WHERE kind = 'orphan' AND pod = 'gone' AND time = '"
                    + FIRST
                    + "' ORDER BY symbol"))
        .as("what it leaves")
        .containsExactly("SYN01/USDT", "SYN02/USDT", "SYN03/USDT");
    assertThat(
            run.rows(
                "SELECT DISTINCT time FROM events WHERE message LIKE '%takes none at this close'"))
        .as("closes at which nothing could be sent")
        .contains(AWAY, FIRST)
        .hasSize(3);
    assertThat(
            run.rows(
                "SELECT o.symbol, o.status FROM orders o JOIN fills f USING (order_id) WHERE"
                    + " o.reason = 'orphan' AND o.time = '"
                    + BACK
                    + "' AND f.time = '"
                    + SECOND
                    + "' ORDER BY o.symbol"))
        .as("open when the second pod goes, and filled in part")
        .containsExactly("SYN02/USDT EXPIRED", "SYN03/USDT EXPIRED");
    assertThat(
            run.rows(
                "SELECT time, pod FROM events WHERE message = 'the pod is no longer configured'"))
        .containsExactlyInAnyOrder(FIRST + " gone", SECOND + " next");
  }

  private static void nothingIsLeft(TradedRun run) {
    assertThat(
            run.rows(
                "SELECT pod, symbol, sum(quantity) FROM pod_fills WHERE pod IN ('gone', 'next')"
                    + " GROUP BY pod, symbol HAVING abs(sum(quantity)) > 1e-9"))
        .as("held by pods that have gone")
        .isEmpty();
    assertThat(run.rows("SELECT DISTINCT symbol FROM orders WHERE reason = 'orphan' ORDER BY 1"))
        .as(
            "what nobody else trades is closed, and what the new owner of SYN04 does not want of it")
        .containsExactly("SYN02/USDT", "SYN03/USDT", "SYN04/USDT", "SYN05/USDT");
    assertThat(
            run.rows(
                "SELECT pod, symbol, crossed FROM pod_fills WHERE pod = 'gone' AND symbol = 'SYN01/USDT'"
                    + " AND time > '"
                    + FIRST
                    + "' OR pod = 'next' AND symbol = 'SYN04/USDT' AND time > '"
                    + SECOND
                    + "' ORDER BY pod"))
        .as("given to those who trade it, and none of it sold")
        .containsExactly("gone SYN01/USDT 1", "next SYN04/USDT 1");
    assertThat(
            run.rows(
                HELD
                    + "SELECT time, symbol, held FROM steps WHERE reason = 'orphan' AND"
                    + " (abs(held) > abs(held - moved) OR held * (held - moved) < -1e-9)"))
        .as("orders that went past zero")
        .isEmpty();
    assertThat(
            run.rows(
                "SELECT p.* FROM pod_fills p JOIN fills f USING (fill_id) JOIN orders o USING (order_id)"
                    + " WHERE p.quantity > 0 AND ((p.pod = 'gone' AND o.time >= '"
                    + FIRST
                    + "') OR (p.pod = 'next' AND o.time >= '"
                    + SECOND
                    + "'))"))
        .as("bought for pods that have gone")
        .isEmpty();
    assertThat(run.orders())
        .filteredOn(order -> order.reason().equals("orphan"))
        .isNotEmpty()
        .allMatch(OrderCommand::reduceOnly);
  }

  private static String pod(String id, String symbols) {
    return "{pod_id: "
        + id
        + ", strategy_name: buy-and-hold, symbols: ["
        + symbols
        + "], initial_state: production, initial_fraction: 0.2, max_fraction: 0.3,"
        + " rebalance_threshold: 0.0, max_drawdown: 0.9, drawdown_warning: 0.8}";
  }

  private Path file(String name, String... pods) throws Exception {
    String yaml =
        "backtest: {capital: 10000}\norchestrator:\n  daily_loss_limit: 1\n"
            + "  max_portfolio_drawdown: 1\n  max_portfolio_volatility: 1\n"
            + "  correlation_stress_threshold: 1\n  retirement: {max_drawdown_breach: 1}\n  pods:\n    - "
            + String.join("\n    - ", pods);
    return Files.writeString(folder.resolve(name + ".yaml"), yaml);
  }
}
