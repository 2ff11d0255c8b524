package io.podflow.savepoints.table;

import io.podflow.domain.portfolio.PortfolioState;
import io.podflow.job.state.Uids;
import io.podflow.savepoints.state.AssetEntry;
import io.podflow.savepoints.state.JobState;
import io.podflow.savepoints.state.PodEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * Every field of the state there is, found by looking at the types: so a field that a later version
 * adds cannot be forgotten here. Places in arrays that stand for pods and symbols are named.
 */
public final class Leaves {

  private final List<Leaf> leaves;

  private Leaves(List<Leaf> leaves) {
    this.leaves = leaves;
  }

  /** The fields of a state. */
  public static Leaves of(View view) {
    List<Leaf> leaves = new ArrayList<>();
    JobState state = view.state();
    Names names = view.names();
    PortfolioState books = state.books();
    for (AssetEntry entry : state.assets()) {
      Names.Seat seat = names.seat(entry.key());
      new LeafWalk(leaves, Uids.ASSETS, seat.pod(), seat.symbol()).walk(entry);
    }
    for (PodEntry entry : state.pods()) {
      LeafWalk walk = new LeafWalk(leaves, Uids.PODS, names.pod(entry.key()), "");
      (entry.memory() == null ? walk : walk.naming(new String[0], entry.memory().symbols))
          .walk(entry);
    }
    LeafWalk portfolio = new LeafWalk(leaves, Uids.PORTFOLIO, "", "");
    LeafWalk market = new LeafWalk(leaves, Uids.MARKET_GATE, "", "");
    if (books != null) {
      portfolio = portfolio.naming(books.pods, books.symbols);
      market = market.naming(books.pods, books.symbols);
    }
    if (state.portfolio() != null) {
      portfolio.walk(state.portfolio());
    }
    if (state.market() != null) {
      market.walk(state.market());
    }
    if (state.exchange() != null) {
      new LeafWalk(leaves, Uids.EXCHANGE_GATE, "", "").walk(state.exchange());
    }
    return new Leaves(leaves);
  }

  /** In the order of operators, keys and fields. */
  public List<Leaf> list() {
    return List.copyOf(leaves);
  }

  /** A row per field. */
  StateTable table() {
    StateTable table = StateTable.of("fields", "operator", "pod", "symbol", "field", "value");
    for (Leaf leaf : leaves) {
      table.add(leaf.part(), leaf.pod(), leaf.symbol(), leaf.field(), leaf.cell());
    }
    return table;
  }
}
