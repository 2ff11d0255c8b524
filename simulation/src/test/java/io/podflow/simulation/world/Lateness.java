package io.podflow.simulation.world;

import io.podflow.domain.execution.ExchangeReport;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongPredicate;

/**
 * Reports that come behind the heartbeat that should have followed them: at once, or after those of
 * the next closes. Which ones follows from the seed and their sequence. It is part of the world:
 * such a report counts at a later close.
 */
public final class Lateness {

  private static final int MOST_CLOSES = 3;

  private final long seed;
  private final double chance;
  private final long quietFrom;
  private final LongPredicate isClose;
  private final List<Held> held = new ArrayList<>();

  private record Held(ExchangeReport report, int closes) {}

  Lateness(long seed, double chance, long quietFrom, LongPredicate isClose) {
    this.seed = seed;
    this.chance = chance;
    this.quietFrom = quietFrom;
    this.isClose = isClose;
  }

  /** The reports of one or more closes as they are sent. */
  public List<ExchangeReport> sent(List<ExchangeReport> reports) {
    List<ExchangeReport> sent = new ArrayList<>();
    for (ExchangeReport report : reports) {
      SplittableRandom random = new SplittableRandom(seed ^ report.sequence() << 20);
      if (report.kind() == ExchangeReport.Kind.HEARTBEAT) {
        sent.add(report);
        release(sent);
      } else if (mayBeLate(report) && random.nextDouble() < chance) {
        held.add(new Held(report, random.nextInt(MOST_CLOSES)));
      } else {
        sent.add(report);
      }
    }
    return sent;
  }

  /** Without the snapshot that makes it a tick, nothing is decided between closes. */
  private boolean mayBeLate(ExchangeReport report) {
    boolean isTick = report.kind() == ExchangeReport.Kind.POSITIONS && !isClose.test(report.time());
    return report.time() < quietFrom && !isTick;
  }

  private void release(List<ExchangeReport> sent) {
    List<Held> before = List.copyOf(held);
    held.clear();
    for (Held each : before) {
      if (each.closes() == 0) {
        sent.add(each.report());
      } else {
        held.add(new Held(each.report(), each.closes() - 1));
      }
    }
  }
}
