package io.podflow.savepoints.table;

import io.podflow.domain.pod.PodState;
import io.podflow.domain.portfolio.PortfolioState;
import io.podflow.savepoints.state.JobState;
import io.podflow.savepoints.state.PodEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the numbers in a savepoint stand for: pods, symbols, and (pod, symbol) pairs. */
public final class Names {

  /** A (pod, symbol) pair. */
  public record Seat(String pod, String symbol) {}

  private final Map<Integer, String> pods = new HashMap<>();
  private final Map<Integer, List<String>> symbols = new HashMap<>();
  private final Map<Integer, Seat> seats = new HashMap<>();

  /** The names as the state itself has them. */
  public static Names of(JobState state) {
    Names names = new Names();
    PortfolioState books = state.books();
    for (PodEntry entry : state.pods()) {
      int pod = entry.key();
      boolean known = books != null && pod < books.pods.length;
      names.pods.put(pod, books != null && known ? books.pods[pod] : "#" + pod);
      PodState memory = entry.memory();
      if (memory != null) {
        names.symbols.put(pod, List.of(memory.symbols));
      }
    }
    names.seats();
    return names;
  }

  /** Seats are counted through the pods; behind one whose symbols are unknown nothing is known. */
  private void seats() {
    int seat = 0;
    for (int pod = 0; symbols.containsKey(pod); pod++) {
      for (String symbol : symbols.getOrDefault(pod, List.of())) {
        seats.put(seat++, new Seat(pod(pod), symbol));
      }
    }
  }

  /** Id of a pod. */
  public String pod(int number) {
    return pods.getOrDefault(number, "#" + number);
  }

  /** The pair that a key of the operator of assets stands for. */
  public Seat seat(int number) {
    return seats.getOrDefault(number, new Seat("#" + number, "#" + number));
  }

  /** Key of a pair; -1 when there is none. */
  public int asset(String pod, String symbol) {
    Seat wanted = new Seat(pod, symbol);
    return seats.entrySet().stream()
        .filter(seat -> seat.getValue().equals(wanted))
        .mapToInt(Map.Entry::getKey)
        .findFirst()
        .orElse(-1);
  }
}
