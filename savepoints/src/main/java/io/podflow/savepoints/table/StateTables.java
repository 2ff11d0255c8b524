package io.podflow.savepoints.table;

import io.podflow.domain.portfolio.books.PortfolioState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The tables that a state is shown in. */
public final class StateTables {

  private StateTables() {}

  /** What people look at first: a few lines per pod and symbol, nothing that grows with time. */
  public static List<StateTable> summary(View view) {
    List<StateTable> tables = new ArrayList<>();
    tables.add(JobTable.of(view.state()));
    tables.add(PodTable.of(view));
    tables.add(AssetTable.of(view));
    PortfolioState books = view.state().books();
    tables.add(LedgerTables.positions(books));
    tables.add(LedgerTables.podPositions(books));
    tables.add(LedgerTables.orders(books));
    tables.add(LedgerTables.alerts(books));
    tables.add(OperatorTables.clocks(view));
    tables.add(JobTable.feed(view.state()));
    return tables;
  }

  /**
   * The summary, the windows and histories, and last every field by its name. What grows with time
   * comes in parts of the same name, one behind the other, so that nobody needs room for all of it.
   */
  public static Stream<StateTable> all(View view) {
    return OneByOne.of(
        summary(view).stream(),
        Stream.of(LedgerTables.days(view.state().books())),
        OperatorTables.returns(view),
        OperatorTables.bars(view),
        Leaves.tables(view));
  }

  /** Every field by its name: whole, whatever shape the state has. */
  public static StateTable fields(View view) {
    return Leaves.tables(view).reduce(StateTable::with).orElseThrow();
  }
}
