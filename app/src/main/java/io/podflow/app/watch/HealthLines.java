package io.podflow.app.watch;

import io.podflow.domain.health.AliveRecord;
import io.podflow.domain.health.HealthMessage;
import io.podflow.domain.health.HealthRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The health of a live job as lines of text: what is wrong and what is over as it comes, what the
 * job waits for once a minute, and an alarm when nothing is heard of the job. All times are of this
 * machine's clock, epoch milliseconds UTC.
 */
final class HealthLines {

  /** Silence after which the job may be dead. */
  static final long ALARM_MILLIS = 30_000;

  /** Time between two lines about what the job waits for. */
  static final long WAITING_MILLIS = 60_000;

  private long heard;
  private long said;
  private boolean alarmed;
  private String waiting = "";

  /**
   * @param now the job is given {@link #ALARM_MILLIS} from here on
   */
  HealthLines(long now) {
    this.heard = now;
    this.said = now;
  }

  /** The lines of one record. */
  List<String> take(HealthMessage message, long now) {
    List<String> lines = new ArrayList<>();
    heard = now;
    if (alarmed) {
      alarmed = false;
      lines.add(line(now, "the job is heard of again"));
    }
    if (message instanceof HealthRecord finding) {
      lines.add(line(finding.time(), text(finding)));
    } else if (message instanceof AliveRecord alive && !alive.waiting().isEmpty()) {
      waiting = alive.waiting();
    }
    return lines;
  }

  /** The lines that are due at a time; to be called every second or so. */
  List<String> due(long now) {
    if (now - heard >= ALARM_MILLIS) {
      if (alarmed && now - said < WAITING_MILLIS) {
        return List.of();
      }
      alarmed = true;
      said = now;
      return List.of(
          line(
              now,
              "CRITICAL nothing is heard of the job for "
                  + (now - heard) / 1_000
                  + " s; see whether it runs and reaches the broker"));
    }
    if (now - said >= WAITING_MILLIS && !waiting.isEmpty()) {
      said = now;
      return List.of(line(now, "waiting: " + waiting));
    }
    return List.of();
  }

  private static String text(HealthRecord finding) {
    String what =
        finding.kind().name().toLowerCase(Locale.ROOT)
            + (finding.subject().isEmpty() ? "" : " " + finding.subject());
    if (finding.over()) {
      return "over: " + what + ", seen " + times(finding.count());
    }
    return finding.severity().name()
        + " "
        + what
        + ": "
        + finding.reason()
        + (finding.count() > 1 ? " (seen " + times(finding.count()) + ")" : "")
        + "; next: "
        + finding.nextStep();
  }

  private static String times(long count) {
    return count == 1 ? "once" : String.format(Locale.ROOT, "%,d times", count);
  }

  private static String line(long time, String text) {
    String at = Instant.ofEpochMilli(time).toString().substring(0, 16).replace('T', ' ');
    return at + "  health     " + text;
  }
}
