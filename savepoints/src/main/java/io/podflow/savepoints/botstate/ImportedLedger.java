package io.podflow.savepoints.botstate;

import io.podflow.domain.portfolio.books.Ledger;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.position.Quantity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Cash, average prices, and what the account holds more or less than its pods. */
final class ImportedLedger {

  private static final double TOLERANCE = 1e-6;

  private final Field account;
  private final Mapping mapping;
  private final PortfolioState books;
  private final double[] capital;

  /**
   * @param capital of the pods, quote currency
   */
  ImportedLedger(BotStateDb db, PortfolioState books, double[] capital) {
    this.account = db.field(BotStateDb.POSITIONS);
    this.mapping = db.mapping();
    this.books = books;
    this.capital = capital;
  }

  void settle() throws BotStateException {
    Ledger ledger = books.ledger;
    for (int p = 0; p < capital.length; p++) {
      double held = 0;
      for (int s = 0; s < books.symbols.length; s++) {
        held += ledger.quantities[p][s] * ledger.marks[s];
      }
      ledger.podCash[p] = capital[p] - held;
    }
    if (account.isPresent()) {
      positions();
      double cash = account.at("cash").number(Double.NaN);
      if (Double.isNaN(cash)) {
        throw new BotStateException("pm_state.cash: none (expected: a number)");
      }
      ledger.reserve = cash - Arrays.stream(ledger.podCash).sum();
    } else {
      mapping.lost(
          "pm_state: missing; positions and cash are those of the pods' own accounts, and the"
              + " exchange may hold something else");
      ledger.reserve = 0;
    }
    for (int s = 0; s < books.symbols.length; s++) {
      price(s);
    }
    for (int p = 0; p < capital.length; p++) {
      ledger.given[p] = ledger.capital(p);
      for (int s = 0; s < books.symbols.length; s++) {
        ledger.largest[p][s] = Math.abs(ledger.quantities[p][s]);
      }
    }
    unused();
  }

  private void positions() throws BotStateException {
    for (Map.Entry<String, Field> each : account.at("positions").each().entrySet()) {
      Field position = each.getValue();
      double quantity = position.at("direction").number(0) * position.at("size").number(0);
      int s = List.of(books.symbols).indexOf(each.getKey());
      if (s < 0 && !Quantity.isZero(quantity)) {
        throw new BotStateException(
            position.shown()
                + " is held, and no pod of the configuration trades it (expected: a pod that does;"
                + " once the job runs, podflow live apply takes it out)");
      }
      if (s >= 0) {
        reconcile(s, quantity);
        books.ledger.averagePrices[s] = position.at("avg_entry_price").number(0);
      }
      for (String unused :
          new String[] {"realized_pnl", "unrealized_pnl", "current_weight", "last_price"}) {
        position.at(unused).notPlaced("follows from quantity, entry and last close");
      }
    }
  }

  /** The account is right: a difference goes to the pods as they hold the symbol. */
  private void reconcile(int s, double quantity) {
    Ledger ledger = books.ledger;
    double difference = quantity - ledger.quantity(s);
    if (Math.abs(difference) <= TOLERANCE * Math.max(1e-3, Math.abs(quantity))) {
      return;
    }
    mapping.lost(
        books.symbols[s]
            + ": the account holds "
            + quantity
            + " and its pods "
            + ledger.quantity(s)
            + "; the difference is shared among them, at the last close");
    double held = 0;
    for (double[] pod : ledger.quantities) {
      held += Math.abs(pod[s]);
    }
    for (int p = 0; p < books.pods.length; p++) {
      double alone = p == 0 ? 1 : 0;
      double part = held == 0 ? alone : Math.abs(ledger.quantities[p][s]) / held;
      ledger.quantities[p][s] = Quantity.orZero(ledger.quantities[p][s] + difference * part);
      ledger.podCash[p] -= difference * part * ledger.marks[s];
    }
  }

  private void price(int s) {
    Ledger ledger = books.ledger;
    if (ledger.quantity(s) == 0) {
      ledger.averagePrices[s] = 0;
    } else if (ledger.averagePrices[s] <= 0) {
      mapping.lost(
          books.symbols[s] + ": no entry price of the account; the last close is taken for it");
      ledger.averagePrices[s] = ledger.marks[s];
    }
  }

  private void unused() {
    account.at("order_counter").notPlaced("order ids are made of portfolio, symbol and close");
    account.at("last_target_weights").notPlaced("netted anew from the pods' targets");
    account.at("last_executed_targets").notPlaced("netted anew from the pods' targets");
  }
}
