package io.podflow.savepoints.check;

import io.podflow.domain.execution.Trade;
import io.podflow.domain.portfolio.books.Ledger;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.position.Quantity;
import io.podflow.domain.settings.LifecycleState;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The books: sub-ledgers sum to the ledger, orders to the pods' parts, fractions to at most 1. */
final class LedgerCheck {

  private final PortfolioState books;
  private final StateFindings findings;

  LedgerCheck(PortfolioState books, StateFindings findings) {
    this.books = books;
    this.findings = findings;
  }

  void run() {
    if (!shapes()) {
      return;
    }
    money();
    for (int s = 0; s < books.symbols.length; s++) {
      position(s);
      trade(books.symbols[s], s, books.waiting[s]);
    }
    for (int p = 0; p < books.pods.length; p++) {
      pod(p);
    }
    findings.atMostOne("fractions of the pods", Arrays.stream(books.fractions).sum());
  }

  private boolean shapes() {
    int pods = books.pods.length;
    int symbols = books.symbols.length;
    Ledger ledger = books.ledger;
    int before = findings.lines().size();
    length("cash by pod", ledger.podCash.length, pods);
    length("quantities by pod", ledger.quantities.length, pods);
    length("marks", ledger.marks.length, symbols);
    length("average prices", ledger.averagePrices.length, symbols);
    length("waiting orders", books.waiting.length, symbols);
    length("lives", books.lives.length, pods);
    length("fractions", books.fractions.length, pods);
    length("daily returns", books.dailyReturns.byPod.length, pods);
    length("targets by pod", books.targets.length, pods);
    for (double[] quantities : ledger.quantities) {
      length("quantities of a pod", quantities.length, symbols);
    }
    later("earnings by pod", ledger.given.length, pods);
    later("largest quantities by pod", ledger.largest.length, pods);
    for (double[] largest : ledger.largest) {
      length("largest quantities of a pod", largest.length, symbols);
    }
    later("causes by pod", books.shares.length, pods);
    later("targets told", books.followed.length, symbols);
    later("lost capital by pod", books.spent.length, pods);
    later("closes of days", books.volatility.bySymbol.length, symbols);
    later("traded values", books.tradedValues.values.length, symbols);
    return findings.lines().size() == before;
  }

  private void length(String what, int length, int expected) {
    findings.expect(length == expected, what, length, String.valueOf(expected));
  }

  /** What state from before it was kept has nothing of. */
  private void later(String what, int length, int expected) {
    length(what, length == 0 ? expected : length, expected);
  }

  private void money() {
    Ledger ledger = books.ledger;
    double capital = ledger.reserve;
    for (int p = 0; p < books.pods.length; p++) {
      capital += ledger.capital(p);
    }
    double equity = ledger.equity();
    findings.finite("equity", equity);
    findings.equal("capital of the pods and reserve", capital, equity);
    findings.expect(
        books.peakEquity >= equity, "peak equity", books.peakEquity, "at least " + equity);
  }

  private void position(int s) {
    Ledger ledger = books.ledger;
    String symbol = books.symbols[s];
    double quantity = ledger.quantity(s);
    boolean held = quantity != 0;
    findings.finite(symbol + ": quantity", quantity);
    for (int p = 0; p < ledger.largest.length; p++) {
      double size = Math.abs(ledger.quantities[p][s]);
      findings.expect(
          size <= ledger.largest[p][s],
          symbol + ": largest quantity of " + books.pods[p],
          ledger.largest[p][s],
          "at least " + size);
    }
    findings.expect(
        ledger.averagePrices[s] > 0 == held,
        symbol + ": average price",
        ledger.averagePrices[s],
        held ? "above 0, as " + quantity + " is held" : "0, as nothing is held");
    for (double[] pod : ledger.quantities) {
      findings.expect(
          pod[s] == 0 || ledger.marks[s] > 0,
          symbol + ": price",
          ledger.marks[s],
          "above 0, as a pod holds it");
      findings.expect(
          pod[s] == 0 || !Quantity.isZero(pod[s]),
          symbol + ": quantity of a pod",
          pod[s],
          "0 or at least " + Quantity.ZERO_BELOW);
    }
  }

  private void trade(String symbol, int s, @Nullable Trade trade) {
    if (trade == null) {
      return;
    }
    findings.expect(
        trade.symbol() == s, symbol + ": symbol of its order", trade.symbol(), String.valueOf(s));
    findings.equal(
        symbol + ": pods' parts of the open order",
        Arrays.stream(trade.changes()).sum(),
        trade.orderQuantity());
    findings.equal(symbol + ": what crosses between pods", Arrays.stream(trade.crossed()).sum(), 0);
    findings.expect(
        trade.decidedAt() <= books.lastClose,
        symbol + ": close of its order",
        trade.decidedAt(),
        "at most the last close, " + books.lastClose);
  }

  private void pod(int p) {
    String pod = books.pods[p];
    findings.expect(books.fractions[p] >= 0, pod + ": fraction", books.fractions[p], "at least 0");
    findings.expect(
        books.lives[p].state != LifecycleState.RETIRED || books.fractions[p] == 0,
        pod + ": fraction of a retired pod",
        books.fractions[p],
        "0");
    findings.expect(
        books.lives[p].detector.score() >= 0,
        pod + ": score of the detector",
        books.lives[p].detector.score(),
        "at least 0");
  }
}
