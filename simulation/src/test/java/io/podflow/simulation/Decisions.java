package io.podflow.simulation;

import io.podflow.domain.execution.OrderRule;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.UnsentRow;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.job.state.RunRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a run has decided, close by close, so that two runs can be held against each other. */
final class Decisions {

  private final Map<Long, Map<String, List<Object>>> closes = new TreeMap<>();
  private final Predicate<Event> events;

  /**
   * @param events those that count
   */
  Decisions(List<RunRecord> records, Predicate<Event> events) {
    this.events = events;
    records.stream()
        .flatMap(record -> Stream.ofNullable(record.pod()))
        .sorted(Comparator.comparingInt(PodDecision::pod))
        .forEach(this::add);
    records.stream().flatMap(record -> Stream.ofNullable(record.portfolio())).forEach(this::add);
    records.stream()
        .flatMap(record -> Stream.ofNullable(record.event()))
        .filter(events)
        .map(Decisions::withoutWhatWasAsked)
        .sorted(Comparator.comparing(Event::toString))
        .forEach(event -> rows(event.time(), "other events").add(event));
  }

  /** A version that is sent asks for a close, the file of a restart for none. */
  private static Event withoutWhatWasAsked(Event event) {
    if (event.kind() != EventKind.CONFIG) {
      return event;
    }
    return new Event(
        event.time(),
        event.kind(),
        event.pod(),
        event.symbol(),
        event.fromState(),
        event.toState(),
        event.severity(),
        event.message().replaceFirst("; asked for was .*", ""));
  }

  private void add(PodDecision pod) {
    long time = pod.closeTime();
    rows(time, "assets").addAll(pod.assets());
    rows(time, "pods").add(pod.pod() + " wants " + Arrays.toString(pod.targets()));
    pod.events().stream().filter(events).forEach(rows(time, "pod events")::add);
  }

  private void add(PortfolioDecision decision) {
    long time = decision.closeTime();
    rows(time, "targets").addAll(decision.targets());
    rows(time, "commands").addAll(decision.commands());
    rows(time, "orders").addAll(decision.orders());
    rows(time, "fills").addAll(decision.fills());
    rows(time, "pod fills").addAll(decision.podFills());
    rows(time, "positions").addAll(decision.positions());
    rows(time, "equity").addAll(decision.equity());
    rows(time, "allocations").addAll(decision.allocations());
    rows(time, "pod days").addAll(decision.pods());
    rows(time, "monitors").addAll(decision.monitors());
    decision.events().stream().filter(events).forEach(rows(time, "events")::add);
  }

  private List<Object> rows(long time, String table) {
    return closes
        .computeIfAbsent(time, unused -> new TreeMap<>())
        .computeIfAbsent(table, unused -> new ArrayList<>());
  }

  /** What the portfolio has decided, in order of time. */
  static List<PortfolioDecision> portfolio(List<RunRecord> records) {
    return records.stream()
        .flatMap(record -> Stream.ofNullable(record.portfolio()))
        .sorted(Comparator.comparingLong(PortfolioDecision::closeTime))
        .toList();
  }

  /** Events that say nothing of how messages came. */
  static boolean isOfTheMarket(Event event) {
    return event.kind() != EventKind.ORDER && event.kind() != EventKind.DATA;
  }

  /** Whether an order was due and has to wait: for its turn after failures, or for the exchange. */
  static boolean isPaused(Event event) {
    return event.message().startsWith("an order is not sent: ")
        && !event.message().endsWith("trading is halted");
  }

  /** Whether a position is to be closed and its order has to wait for the exchange or for a bar. */
  static boolean isClosingThatWaits(UnsentRow row) {
    return row.wanted() == 0
        && (row.rule().equals(OrderRule.EXCHANGE.label())
            || row.rule().equals(OrderRule.WAITING.label()));
  }

  /** What is not the same at the first close at which anything is not. */
  List<String> differencesTo(Decisions others) {
    Map<Long, Map<String, List<Object>>> all = new TreeMap<>(closes);
    others.closes.forEach(all::putIfAbsent);
    for (long time : all.keySet()) {
      Map<String, List<Object>> ours = closes.getOrDefault(time, Map.of());
      Map<String, List<Object>> theirs = others.closes.getOrDefault(time, Map.of());
      List<String> differences = differences(ours, theirs);
      if (!differences.isEmpty()) {
        return differences;
      }
    }
    return List.of();
  }

  private static List<String> differences(
      Map<String, List<Object>> ours, Map<String, List<Object>> theirs) {
    Map<String, List<Object>> tables = new TreeMap<>(ours);
    theirs.forEach(tables::putIfAbsent);
    List<String> differences = new ArrayList<>();
    for (String table : tables.keySet()) {
      List<Object> these = ours.getOrDefault(table, List.of());
      List<Object> those = theirs.getOrDefault(table, List.of());
      for (int row = 0; row < Math.max(these.size(), those.size()); row++) {
        if (!Objects.equals(at(these, row), at(those, row))) {
          differences.add(table + ": " + at(these, row) + " (undisturbed: " + at(those, row) + ")");
          break;
        }
      }
    }
    return differences;
  }

  private static Object at(List<Object> rows, int row) {
    return row < rows.size() ? rows.get(row) : "none";
  }
}
