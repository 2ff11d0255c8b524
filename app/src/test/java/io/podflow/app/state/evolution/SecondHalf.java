package io.podflow.app.state.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.domain.portfolio.books.PortfolioState;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a job has traded since a savepoint, held against the books in it: whatever the rules of the
 * version that wrote it, nothing that it had may be lost or come from nowhere.
 */
final class SecondHalf {

  private final PortfolioState books;
  private final Map<String, List<String>> rows;

  /**
   * @param books of the savepoint
   * @param rows that the job has left since, by table
   */
  SecondHalf(PortfolioState books, Map<String, List<String>> rows) {
    this.books = books;
    this.rows = rows;
  }

  /** At each close the books are those of before, and what was filled and paid since. */
  void booksGoOnWithoutAJump() {
    double[] held = new double[books.symbols.length];
    Arrays.setAll(held, books.ledger::quantity);
    double cash = books.ledger.cash();
    List<String[]> fills = cells("fills");
    int next = 0;
    assertThat(cells("equity")).isNotEmpty();
    for (String[] close : cells("equity")) {
      String time = close[0];
      while (next < fills.size() && fills.get(next)[0].compareTo(time) <= 0) {
        String[] fill = fills.get(next++);
        double quantity = (fill[4].equals("BUY") ? 1 : -1) * number(fill[5]);
        held[symbol(fill[3])] += quantity;
        cash -= quantity * number(fill[6]) + number(fill[7]) + number(fill[8]);
      }
      cash -= number(close[8]);
      assertThat(cash).as("cash at " + time).isCloseTo(number(close[2]), within(1e-6));
      assertThat(number(close[2]) + positionsAt(time, held))
          .as("equity at " + time)
          .isCloseTo(number(close[1]), within(1e-6));
    }
    assertThat(next).as("fills that belong to a close").isEqualTo(fills.size());
  }

  private double positionsAt(String time, double[] held) {
    boolean[] shown = new boolean[held.length];
    double value = 0;
    for (String[] position : cells("positions")) {
      if (position[0].equals(time)) {
        int s = symbol(position[1]);
        shown[s] = true;
        value += number(position[5]);
        assertThat(number(position[2]))
            .as(position[1] + " at " + time)
            .isCloseTo(held[s], within(1e-7));
      }
    }
    for (int s = 0; s < held.length; s++) {
      assertThat(shown[s] ? 0 : held[s])
          .as(books.symbols[s] + " is flat at " + time)
          .isCloseTo(0, within(1e-7));
    }
    return value;
  }

  /** With the configuration of before, nobody has to take over or to close anything. */
  void nothingIsOrphaned() {
    assertThat(cells("events")).filteredOn(event -> event[1].equals("orphan")).isEmpty();
    assertThat(cells("orders")).filteredOn(order -> order[6].equals("orphan")).isEmpty();
  }

  /** What the pod had is gone. */
  void isFlatAtTheEnd(String pod) {
    double[] held = books.ledger.quantities[Arrays.asList(books.pods).indexOf(pod)].clone();
    for (String[] part : cells("pod_fills")) {
      if (part[2].equals(pod)) {
        held[symbol(part[3])] += number(part[4]);
      }
    }
    for (double quantity : held) {
      assertThat(quantity).as("left of " + pod).isCloseTo(0, within(1e-9));
    }
  }

  private int symbol(String name) {
    return Arrays.asList(books.symbols).indexOf(name);
  }

  private static double number(String cell) {
    return Double.parseDouble(cell);
  }

  private List<String[]> cells(String table) {
    return rows.getOrDefault(table, List.of()).stream().map(row -> row.split("\\|", -1)).toList();
  }
}
