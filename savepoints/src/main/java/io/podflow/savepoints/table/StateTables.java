package io.podflow.savepoints.table;

import io.podflow.domain.portfolio.PortfolioState;
import java.util.ArrayList;
import java.util.List;

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

  /** The summary, the windows and histories, and last every field by its name. */
  public static List<StateTable> all(View view) {
    List<StateTable> tables = new ArrayList<>(summary(view));
    tables.add(LedgerTables.days(view.state().books()));
    tables.add(OperatorTables.returns(view));
    tables.add(OperatorTables.bars(view));
    tables.add(fields(view));
    return tables;
  }

  /** Every field by its name: whole, whatever shape the state has. */
  public static StateTable fields(View view) {
    return Leaves.of(view).table();
  }
}
