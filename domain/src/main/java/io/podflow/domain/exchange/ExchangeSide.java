package io.podflow.domain.exchange;

import io.podflow.api.Bar;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.market.Universe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands at the other end of orders and reports. Commands of one close or tick come before the
 * next; who feeds it sees to that.
 */
public interface ExchangeSide {

  /**
   * What is traded there now.
   *
   * @param symbols those that were, with their numbers, and perhaps more
   */
  void list(Universe symbols);

  /** Takes an order, or takes one back. An order that was seen before is dropped. */
  void take(OrderCommand command);

  /**
   * One close.
   *
   * @param close epoch milliseconds UTC, later than what was before it
   * @param bars by universe index, those on which symbols fill
   * @return what is to be sent now, in that order; empty while the connection is broken
   */
  List<ExchangeReport> onClose(long close, @Nullable Bar[] bars);

  /** Whether the connection was broken at the last close, so that nothing could be sent. */
  boolean isAway();

  /**
   * When there is something to say before the next close, {@link Long#MAX_VALUE} when there is not.
   * To be asked when all commands of the last close or tick have been taken, and as often as one
   * likes.
   */
  long nextTick();

  /**
   * A time between two closes.
   *
   * @param time as {@link #nextTick} had it
   * @return what is to be sent now, in that order
   */
  List<ExchangeReport> onTick(long time);
}
