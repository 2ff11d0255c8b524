package io.podflow.live.client;

import io.podflow.connectors.wire.DecisionMessage;
import io.podflow.domain.journal.EquityRow;
import java.time.Duration;
import java.time.Instant;

/**
 * When reading of decisions ends: with a close, with silence, or with whichever comes first.
 *
 * @param close epoch milliseconds UTC; what was decided at closes up to it is read
 * @param idle how long nothing may come; zero for any time
 */
public record ReadingEnd(long close, Duration idle) {

  private static final long NO_CLOSE = Long.MAX_VALUE;

  /** When nothing has come for so long; never when that is zero. */
  public static ReadingEnd silence(Duration idle) {
    return new ReadingEnd(NO_CLOSE, idle);
  }

  /** When all that was decided at closes up to this one is there, or nothing has come for long. */
  public static ReadingEnd close(Instant close, Duration idle) {
    return new ReadingEnd(close.toEpochMilli(), idle);
  }

  /**
   * The portfolio keeps books at every close, decides it last, and goes on in the order of time.
   */
  boolean isReachedBy(DecisionMessage message) {
    return message.row() instanceof EquityRow books && books.time() >= close;
  }

  boolean isTooLong(long silentNanos) {
    return !idle.isZero() && silentNanos >= idle.toNanos();
  }
}
