package io.podflow.connectors.wire;

import io.podflow.domain.health.AliveRecord;
import io.podflow.domain.health.HealthKind;
import io.podflow.domain.health.HealthMessage;
import io.podflow.domain.health.HealthRecord;
import io.podflow.domain.journal.Severity;

/** The topic {@code health}: what is wrong, and which parts run. */
public final class HealthTopic extends JsonTopic<HealthMessage> {

  private static final String FINDING = "finding";
  private static final String ALIVE = "alive";
  private static final String[] TYPES = {FINDING, ALIVE};

  public HealthTopic(WireLimits limits) {
    super("health", limits);
  }

  @Override
  KeyWriter write(HealthMessage message) {
    if (message instanceof HealthRecord finding) {
      return write(finding);
    }
    return write((AliveRecord) message);
  }

  private static KeyWriter write(HealthRecord finding) {
    return KeyWriter.message(FINDING)
        .time("time", finding.time())
        .text("part", finding.part())
        .text("kind", label(finding.kind()))
        .text("severity", label(finding.severity()))
        .text("subject", finding.subject())
        .time("since", finding.since())
        .time("last", finding.last())
        .whole("count", finding.count())
        .text("reason", WireText.shortened(finding.reason(), WireLimits.LONGEST_REASON))
        .text("next_step", finding.nextStep())
        .flag("over", finding.over());
  }

  private static KeyWriter write(AliveRecord alive) {
    return KeyWriter.message(ALIVE)
        .time("time", alive.time())
        .text("part", alive.part())
        .text("host", alive.host())
        .text("waiting", WireText.shortened(alive.waiting(), WireLimits.LONGEST_REASON))
        .timeIfKnown("close", alive.close())
        .wholeIfKnown("lag", alive.lag())
        .timeIfKnown("checkpoint", alive.checkpoint());
  }

  @Override
  HealthMessage read(KeyReader in, long latest) {
    String type = in.choice(TYPE_KEY, TYPES, text -> text);
    long time = in.time("time");
    return type.equals(FINDING) ? finding(in, time) : alive(in, time);
  }

  private static AliveRecord alive(KeyReader in, long time) {
    return new AliveRecord(
        time,
        in.id("part"),
        in.text("host"),
        in.text("waiting", WireLimits.LONGEST_REASON),
        in.timeIfKnown("close"),
        in.largeIfKnown("lag"),
        in.timeIfKnown("checkpoint"));
  }

  private static HealthRecord finding(KeyReader in, long time) {
    return new HealthRecord(
        time,
        in.id("part"),
        in.choice("kind", HealthKind.values(), JsonTopic::label),
        in.choice("severity", Severity.values(), JsonTopic::label),
        in.text("subject"),
        in.time("since"),
        in.time("last"),
        in.large("count"),
        in.text("reason", WireLimits.LONGEST_REASON),
        in.text("next_step"),
        in.flag("over"));
  }
}
