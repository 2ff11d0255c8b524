package io.podflow.savepoints.table;

import io.podflow.domain.pod.PodState;
import io.podflow.domain.portfolio.PortfolioState;
import io.podflow.job.operator.Routes;
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
    names.seats(books == null ? List.of() : List.of(books.symbols));
    return names;
  }

  /** Where the books do not say which number a symbol has, no pair is known. */
  private void seats(List<String> universe) {
    symbols.forEach(
        (pod, names) -> {
          for (String symbol : names) {
            int number = universe.indexOf(symbol);
            if (number >= 0) {
              seats.put(Routes.asset(pod, number), new Seat(pod(pod), symbol));
            }
          }
        });
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
