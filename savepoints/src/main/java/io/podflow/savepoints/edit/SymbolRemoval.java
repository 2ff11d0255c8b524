package io.podflow.savepoints.edit;

import io.podflow.domain.pod.PodState;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.job.step.Routes;
import io.podflow.savepoints.flink.StateOperator;
import io.podflow.savepoints.state.AssetEntry;
import io.podflow.savepoints.state.JobState;
import io.podflow.savepoints.state.PodEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes a symbol's history out of the pods that trade it: bars, returns, timers. What the pods
 * themselves remember of it goes when the configuration no longer lists it, at the close from which
 * that holds; what waits for a close until then goes by places in the pods' lists, and stays.
 */
public final class SymbolRemoval {

  private SymbolRemoval() {}

  /**
   * The removal of a symbol from all pods.
   *
   * @throws EditRefusedException if there is no such symbol, no pod trades it, or one has no other
   */
  public static StateEdit of(JobState state, String name) throws EditRefusedException {
    Holdings holdings = new Holdings(state);
    PortfolioState books = holdings.books();
    int symbol = holdings.symbol(name);
    Set<Integer> leavers = leavers(state, books, name);
    List<String> words = new ArrayList<>(holdings.cautions());
    for (AssetEntry entry : state.assets()) {
      if (Routes.symbolOf(entry.key()) == symbol) {
        words.add(Words.goes(books.pods[Routes.podOf(entry.key())], name, entry));
      }
    }
    for (int pod = 0; pod < books.pods.length; pod++) {
      String line = holdings.left(pod, symbol, leavers);
      if (!line.isEmpty()) {
        words.add(line);
      }
    }
    return new StateEdit(
        words,
        Set.of(StateOperator.ASSETS),
        piece ->
            piece.asset() != null && Routes.symbolOf(piece.asset().key()) == symbol ? null : piece);
  }

  private static Set<Integer> leavers(JobState state, PortfolioState books, String name)
      throws EditRefusedException {
    Set<Integer> leavers = new TreeSet<>();
    for (PodEntry entry : state.pods()) {
      PodState memory = entry.memory();
      if (memory != null && Arrays.asList(memory.symbols).contains(name)) {
        if (memory.symbols.length == 1) {
          throw new EditRefusedException(
              "pod '"
                  + books.pods[entry.key()]
                  + "' trades nothing but "
                  + name
                  + " (expected: remove-pod)");
        }
        leavers.add(entry.key());
      }
    }
    if (leavers.isEmpty()) {
      throw new EditRefusedException("no pod trades " + name);
    }
    return leavers;
  }
}
