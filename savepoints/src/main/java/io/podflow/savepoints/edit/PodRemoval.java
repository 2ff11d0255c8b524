package io.podflow.savepoints.edit;

import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.job.step.Routes;
import io.podflow.savepoints.flink.StateOperator;
import io.podflow.savepoints.state.AssetEntry;
import io.podflow.savepoints.state.JobState;
import io.podflow.savepoints.state.PodEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes a pod's own state out of every operator that has some, timers included (E5). */
public final class PodRemoval {

  private PodRemoval() {}

  /**
   * The removal of a pod.
   *
   * @throws EditRefusedException if there is no such pod
   */
  public static StateEdit of(JobState state, String id) throws EditRefusedException {
    Holdings holdings = new Holdings(state);
    int pod = holdings.pod(id);
    PortfolioState books = holdings.books();
    List<String> words = new ArrayList<>(holdings.cautions());
    for (AssetEntry entry : state.assets()) {
      if (Routes.podOf(entry.key()) == pod) {
        words.add(Words.goes(id, books.symbols[Routes.symbolOf(entry.key())], entry));
      }
    }
    for (PodEntry entry : state.pods()) {
      if (entry.key() == pod) {
        words.add(
            "goes: "
                + id
                + ": machines, weights, targets, account, timers: "
                + entry.timers().length
                + ", waiting inputs: "
                + entry.waiting().size());
      }
    }
    for (int s = 0; s < books.symbols.length; s++) {
      String line = holdings.left(pod, s, List.of(pod));
      if (!line.isEmpty()) {
        words.add(line);
      }
    }
    words.add("stays: capital of " + id + ", " + books.ledger.capital(pod) + ", until it is flat");
    return new StateEdit(
        words,
        Set.of(StateOperator.ASSETS, StateOperator.PODS),
        piece -> {
          boolean ofPod =
              (piece.asset() != null && Routes.podOf(piece.asset().key()) == pod)
                  || (piece.pod() != null && piece.pod().key() == pod);
          return ofPod ? null : piece;
        });
  }
}
