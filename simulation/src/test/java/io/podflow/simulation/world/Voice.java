package io.podflow.simulation.world;

import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.PositionSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/** When an exchange side speaks, and in which order. What it has to say waits until then. */
final class Voice {

  static final long NEVER = Long.MIN_VALUE;

  private final long seed;
  private final Manners manners;
  private final long quietFrom;
  private final List<ExchangeReport> unsent = new ArrayList<>();
  private long sequence;
  private long nextSnapshot = NEVER;
  private long spoken = NEVER;
  private int silent;
  private boolean away;

  Voice(long seed, Manners manners, long quietFrom) {
    this.seed = seed;
    this.manners = manners;
    this.quietFrom = quietFrom;
  }

  boolean isAway() {
    return away;
  }

  /**
   * @param report from its number
   */
  void say(LongFunction<ExchangeReport> report) {
    unsent.add(report.apply(++sequence));
  }

  /** The time of the next snapshot between closes; MAX_VALUE when there is none. */
  long nextTick() {
    if (away || spoken == NEVER || spoken >= quietFrom) {
      return Long.MAX_VALUE;
    }
    boolean speaks = random(seed, "tick", spoken).nextDouble() < manners.ticks();
    return speaks ? spoken + manners.snapshotEvery().toMillis() : Long.MAX_VALUE;
  }

  /** All that it has to say, with the snapshot that makes this a tick. */
  List<ExchangeReport> atTick(long time, PositionSnapshot positions) {
    tell(time, positions);
    say(number -> ExchangeReport.heartbeat(time, number, true));
    return sent(time);
  }

  /** All that it has to say; nothing when it is away. */
  List<ExchangeReport> atClose(long close, Supplier<PositionSnapshot> positions) {
    if (silent == 0
        && close < quietFrom
        && random(seed, "", close).nextDouble() < manners.disconnects()) {
      silent = manners.silentCloses();
    }
    away = silent > 0;
    if (close >= nextSnapshot) {
      tell(close, positions.get());
    }
    boolean takesOrders = !away;
    say(number -> ExchangeReport.heartbeat(close, number, takesOrders));
    if (away) {
      silent--;
      return List.of();
    }
    return sent(close);
  }

  private void tell(long time, PositionSnapshot positions) {
    nextSnapshot = time + manners.snapshotEvery().toMillis();
    say(number -> ExchangeReport.positions(time, number, positions));
  }

  private List<ExchangeReport> sent(long time) {
    spoken = time;
    List<ExchangeReport> sent = List.copyOf(unsent);
    unsent.clear();
    return sent;
  }

  /** What is left to chance about something at a time, whenever it is asked. */
  static SplittableRandom random(long seed, String what, long time) {
    return new SplittableRandom(
        seed ^ what.hashCode() * 0x9E3779B97F4A7C15L ^ time * 0xC2B2AE3D27D4EB4FL);
  }
}
