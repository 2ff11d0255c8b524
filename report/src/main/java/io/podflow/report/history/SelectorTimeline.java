package io.podflow.report.history;

import io.podflow.connectors.rundb.RunDb;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The states of one pod's symbols over time, as runs of the same state.
 *
 * @param pod id
 * @param symbols symbols with a row of {@code assets}, sorted
 * @param states states of the symbols, in order of appearance
 * @param runs each {symbol index, state index, from, to}, times in epoch milliseconds UTC
 */
public record SelectorTimeline(
    String pod, List<String> symbols, List<String> states, List<long[]> runs) {

  private static final int STATE = 1;
  private static final int TO = 3;

  /** The timelines of all pods, by id. */
  public static List<SelectorTimeline> of(RunDb db) {
    SortedMap<String, Recorder> pods = new TreeMap<>();
    db.forEach(
        "SELECT time, pod, symbol, state FROM assets ORDER BY time, pod, symbol",
        row ->
            pods.computeIfAbsent(row.text(1), pod -> new Recorder())
                .see(row.time(0), row.text(2), row.text(3)));
    return pods.entrySet().stream().map(e -> e.getValue().timeline(e.getKey())).toList();
  }

  /** Collects the runs of one pod from its rows in order of time. */
  private static final class Recorder {
    private final SortedMap<String, List<long[]>> runsBySymbol = new TreeMap<>();
    private final List<String> states = new ArrayList<>();
    private long close = Long.MIN_VALUE;
    private long previousClose = Long.MIN_VALUE;

    void see(long time, String symbol, String state) {
      if (time != close) {
        previousClose = close == Long.MIN_VALUE ? time : close;
        close = time;
      }
      if (!states.contains(state)) {
        states.add(state);
      }
      extend(runsBySymbol.computeIfAbsent(symbol, s -> new ArrayList<>()), states.indexOf(state));
    }

    /** A symbol that missed a close starts a new run, so that the gap stays visible. */
    private void extend(List<long[]> runs, int state) {
      long[] last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
      if (last != null && last[STATE] == state && last[TO] == previousClose) {
        last[TO] = close;
      } else {
        runs.add(new long[] {0, state, previousClose, close});
      }
    }

    SelectorTimeline timeline(String pod) {
      List<String> symbols = List.copyOf(runsBySymbol.keySet());
      List<long[]> all = new ArrayList<>();
      for (int i = 0; i < symbols.size(); i++) {
        for (long[] run : runsBySymbol.getOrDefault(symbols.get(i), List.of())) {
          run[0] = i;
          all.add(run);
        }
      }
      return new SelectorTimeline(pod, symbols, List.copyOf(states), all);
    }
  }
}
