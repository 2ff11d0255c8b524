package io.podflow.report.console;

import io.podflow.connectors.rundb.RunDb;
import io.podflow.report.history.LifecycleTimeline;
import io.podflow.report.history.LifecycleTimeline.Stay;
import io.podflow.report.history.ProtectionExits;
import io.podflow.report.history.ProtectionExits.Count;
import io.podflow.report.history.RiskHistory;
import io.podflow.report.text.Figures;
import io.podflow.report.text.TextWidth;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Lifecycle states, phases of defence and stops of a run, as lines of ASCII, which every terminal
 * can show.
 */
final class LifecycleWords {

  /** Most states of a pod in a line; of more states, the first four and the last are listed. */
  private static final int TOLD = 5;

  private LifecycleWords() {}

  /** One line per pod, then defence and stops; empty without any of these. */
  static List<String> of(RunDb db) {
    List<String> lines = new ArrayList<>(pods(LifecycleTimeline.of(db).stays()));
    RiskHistory risk = RiskHistory.of(db);
    if (risk.defences() > 0) {
      lines.add(defence(risk));
    }
    ProtectionExits exits = ProtectionExits.of(db);
    if (!exits.isEmpty()) {
      lines.add(exits(exits));
    }
    return lines;
  }

  private static List<String> pods(List<Stay> stays) {
    Map<String, List<Stay>> byPod = new LinkedHashMap<>();
    stays.forEach(stay -> byPod.computeIfAbsent(stay.pod(), pod -> new ArrayList<>()).add(stay));
    int width = byPod.keySet().stream().mapToInt(TextWidth::of).max().orElse(0) + 1;
    List<String> lines = new ArrayList<>();
    byPod.forEach((pod, all) -> lines.add(TextWidth.padded(pod + ':', width + 1) + story(all)));
    return lines;
  }

  private static String story(List<Stay> stays) {
    if (stays.size() == 1) {
      return stays.get(0).state() + " all the time";
    }
    int left = Math.max(0, stays.size() - TOLD);
    StringBuilder story = new StringBuilder(stays.get(0).state());
    for (int i = 1; i < stays.size(); i++) {
      boolean told = left == 0 || i < TOLD - 1 || i == stays.size() - 1;
      if (told) {
        story.append(" -> ").append(stays.get(i).state()).append(' ').append(day(stays.get(i)));
      } else if (i == TOLD - 1) {
        story.append(" -> (").append(left).append(" more)");
      }
    }
    return story.toString();
  }

  private static String day(Stay stay) {
    return Instant.ofEpochMilli(stay.from()).atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static String defence(RiskHistory risk) {
    return Figures.format(
        "Defence (all targets 0): %s, %s; targets grew back for %s",
        risk.defences() == 1 ? "1 time" : Figures.format("%,d times", risk.defences()),
        days(risk.defenceDays()),
        days(risk.recoveryDays()));
  }

  private static String days(double days) {
    String number = days == Math.rint(days) ? "%,.0f" : "%,.1f";
    return Figures.format(number, days) + (days == 1 ? " day" : " days");
  }

  private static String exits(ProtectionExits exits) {
    Map<String, Long> kinds =
        exits.counts().stream()
            .collect(
                Collectors.groupingBy(
                    Count::kind, LinkedHashMap::new, Collectors.summingLong(Count::exits)));
    String parts =
        kinds.entrySet().stream()
            .map(kind -> Figures.format("%s %,d", kind.getKey(), kind.getValue()))
            .collect(Collectors.joining(", "));
    long retired = exits.counts().stream().mapToLong(Count::retired).sum();
    String onPaper =
        retired == 0 ? "" : Figures.format("; %,d of them in retired pods, on paper", retired);
    return Figures.format("Protection exits: %,d (%s)%s", exits.total(), parts, onPaper);
  }
}
