package io.podflow.savepoints.edit;

import io.podflow.domain.market.BarCloseGateState;
import io.podflow.domain.market.MarketRow;
import io.podflow.domain.pod.PodState;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.savepoints.state.JobState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Who holds and who trades what. */
final class Holdings {

  private final JobState state;
  private final PortfolioState books;

  Holdings(JobState state) throws EditRefusedException {
    this.state = state;
    PortfolioState memory = state.books();
    if (memory == null) {
      throw new EditRefusedException(
          "the portfolio has decided nothing yet, and its state names no pods"
              + " (expected: a savepoint from after the first close)");
    }
    this.books = memory;
  }

  PortfolioState books() {
    return books;
  }

  /** What makes a difference to the closes that the old configuration still holds for. */
  List<String> cautions() {
    BarCloseGateState market = state.market();
    long latest = Long.MIN_VALUE;
    for (int s = 0; market != null && s < market.last.length; s++) {
      MarketRow row = market.last[s];
      latest = row == null ? latest : Math.max(latest, row.closeTime());
    }
    return market == null || latest <= market.closedUpTo
        ? List.of()
        : List.of(
            "careful: rows of a close that is not over have come; it is decided under the old"
                + " configuration, without what goes. A savepoint from between two closes has none.");
  }

  /** Number of a pod. */
  int pod(String id) throws EditRefusedException {
    int pod = Arrays.asList(books.pods).indexOf(id);
    if (pod < 0) {
      throw new EditRefusedException(
          "no pod '" + id + "' (expected: one of " + Arrays.toString(books.pods) + ")");
    }
    return pod;
  }

  /** Number of a symbol. */
  int symbol(String name) throws EditRefusedException {
    int symbol = Arrays.asList(books.symbols).indexOf(name);
    if (symbol < 0) {
      throw new EditRefusedException(
          "no symbol '" + name + "' (expected: one of " + Arrays.toString(books.symbols) + ")");
    }
    return symbol;
  }

  /** Whether the pod has the symbol among its own. */
  boolean trades(int pod, String symbol) {
    PodState memory = state.pod(pod);
    return memory != null && Arrays.asList(memory.symbols).contains(symbol);
  }

  /**
   * What is left of a pod's position in a symbol, in a line; empty when it has none.
   *
   * @param leavers pods that will no longer trade the symbol
   */
  String left(int pod, int symbol, Collection<Integer> leavers) {
    double quantity = books.ledger.quantities[pod][symbol];
    if (quantity == 0) {
      return "";
    }
    List<String> takers = new ArrayList<>();
    for (int p = 0; p < books.pods.length; p++) {
      if (!leavers.contains(p)
          && trades(p, books.symbols[symbol])
          && books.lives[p].state.isActive()) {
        takers.add(books.pods[p]);
      }
    }
    return "stays: "
        + quantity
        + " "
        + books.symbols[symbol]
        + " of "
        + books.pods[pod]
        + ", worth "
        + quantity * books.ledger.marks[symbol]
        + "; "
        + (takers.isEmpty()
            ? "nobody else trades it: it will be closed"
            : "it will go to " + String.join(", ", takers))
        + ", unless on_removal has it otherwise";
  }
}
