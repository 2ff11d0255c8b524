package io.podflow.report.history;

import static io.podflow.report.testing.SmallRun.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.podflow.connectors.rundb.RunDb;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.Severity;
import io.podflow.report.history.LifecycleTimeline.Stay;
import io.podflow.report.history.LifecycleTimeline.Transition;
import io.podflow.report.testing.SmallRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifecycleTimelineTest {

  private final SmallRun run;

  LifecycleTimelineTest(@TempDir Path folder) {
    run = new SmallRun(folder.resolve("run.db"));
  }

  @Test
  void aStayEndsWhereTheNextBegins() {
    run.pod(1, "a", "INCUBATION", 1).pod(2, "a", "INCUBATION", 1).pod(3, "a", "PRODUCTION", 1);
    run.pod(4, "a", "PRODUCTION", 1).pod(1, "b", "PRODUCTION", 1).pod(4, "b", "PRODUCTION", 1);
    run.change(3, EventKind.LIFECYCLE, "a", "INCUBATION", "PRODUCTION", "graduates");
    try (RunDb db = run.open()) {
      LifecycleTimeline life = LifecycleTimeline.of(db);
      assertThat(life.stays())
          .containsExactly(
              new Stay("a", "INCUBATION", DAY, 3 * DAY, ""),
              new Stay("a", "PRODUCTION", 3 * DAY, 4 * DAY, "graduates"),
              new Stay("b", "PRODUCTION", DAY, 4 * DAY, ""));
      assertThat(life.transitions())
          .containsExactly(new Transition(3 * DAY, "a", "INCUBATION", "PRODUCTION", "graduates"));
    }
  }

  @Test
  void alertsAreCountedAndMonitorsAreTheLatest() {
    run.event(1, EventKind.LIFECYCLE, "a", Severity.WARNING, "decay");
    run.event(2, EventKind.LIFECYCLE, "a", Severity.INFO, "decay");
    run.event(3, EventKind.LIFECYCLE, "a", Severity.WARNING, "decay");
    run.event(3, EventKind.LIFECYCLE, "b", Severity.CRITICAL, "drawdown");
    run.change(3, EventKind.LIFECYCLE, "b", "PRODUCTION", "RETIRED", "drawdown");
    run.monitor(1, "a", "NORMAL", "CRITICAL", "NORMAL")
        .monitor(3, "a", "NORMAL", "NORMAL", "NORMAL");
    run.monitor(2, "c", "WARNING", "NORMAL", "NORMAL");
    try (RunDb db = run.open()) {
      List<PodWatch> watch = PodWatch.of(db);
      assertThat(watch)
          .extracting(PodWatch::pod, PodWatch::warnings, PodWatch::criticals, w -> levels(w))
          .containsExactly(
              tuple("a", 2L, 0L, "3: NORMAL NORMAL NORMAL"),
              tuple("b", 0L, 1L, ""),
              tuple("c", 0L, 0L, "2: WARNING NORMAL NORMAL"));
    }
  }

  private static String levels(PodWatch watch) {
    var monitors = watch.monitors();
    return monitors == null
        ? ""
        : monitors.time() / DAY
            + ": "
            + String.join(" ", monitors.gbmLevel(), monitors.ksLevel(), monitors.decayLevel());
  }
}
