package io.podflow.savepoints.table;

import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.job.state.Uids;
import io.podflow.savepoints.state.AssetEntry;
import io.podflow.savepoints.state.JobState;
import io.podflow.savepoints.state.PodEntry;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    return new Leaves(byEntry(view).flatMap(List::stream).toList());
  }

  /** The fields of a state, one entry of an operator after the other. */
  private static Stream<List<Leaf>> byEntry(View view) {
    JobState state = view.state();
    Names names = view.names();
    PortfolioState books = state.books();
    return OneByOne.of(
        state.assets().stream().map(entry -> ofAsset(names, entry)),
        state.pods().stream().map(entry -> ofPod(names, entry)),
        Stream.ofNullable(state.portfolio()).map(entry -> ofAll(Uids.PORTFOLIO, books, entry)),
        Stream.ofNullable(state.market()).map(entry -> ofAll(Uids.MARKET_GATE, books, entry)),
        Stream.ofNullable(state.exchange())
            .map(entry -> new LeafWalk(Uids.EXCHANGE_GATE, "", "").leavesOf(entry)));
  }

  private static List<Leaf> ofAll(String part, @Nullable PortfolioState books, Object entry) {
    LeafWalk walk = new LeafWalk(part, "", "");
    return (books == null ? walk : walk.naming(books.pods, books.symbols)).leavesOf(entry);
  }

  private static List<Leaf> ofAsset(Names names, AssetEntry entry) {
    Names.Seat seat = names.seat(entry.key());
    return new LeafWalk(Uids.ASSETS, seat.pod(), seat.symbol()).leavesOf(entry);
  }

  private static List<Leaf> ofPod(Names names, PodEntry entry) {
    LeafWalk walk = new LeafWalk(Uids.PODS, names.pod(entry.key()), "");
    return (entry.memory() == null ? walk : walk.naming(new String[0], entry.memory().symbols))
        .leavesOf(entry);
  }

  /** In the order of operators, keys and fields. */
  public List<Leaf> list() {
    return leaves;
  }

  /** A row per field, in parts. */
  static Stream<StateTable> tables(View view) {
    return OneByOne.of(Stream.of(List.<Leaf>of()), byEntry(view)).map(Leaves::table);
  }

  private static StateTable table(List<Leaf> leaves) {
    StateTable table = StateTable.of("fields", "operator", "pod", "symbol", "field", "value");
    for (Leaf leaf : leaves) {
      table.add(leaf.part(), leaf.pod(), leaf.symbol(), leaf.field(), leaf.cell());
    }
    return table;
  }
}
