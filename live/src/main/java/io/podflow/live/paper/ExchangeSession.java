package io.podflow.live.paper;

import io.podflow.domain.exchange.ExchangeSide;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.FeedItem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Feeds an exchange side from the topics of bars and of orders, each read in its own order and
 * neither in step with the other. What comes out follows from what lies on them alone: a close, or
 * what there is to say before it, is dealt with only when the job has said that all orders of the
 * time before are out, and nothing is taken that it has sent since.
 */
public final class ExchangeSession {

  private final ExchangeSide exchange;
  private final MarketCloses market;
  private final Deque<OrderCommand> commands = new ArrayDeque<>();
  private final Deque<MarketCloses.Close> due = new ArrayDeque<>();
  private long ordersUpTo = Long.MIN_VALUE;
  private long told = Long.MIN_VALUE;

  /**
   * @param first the configuration that {@code scope} is made from
   */
  public ExchangeSession(RunScope scope, ConfigVersion first, ExchangeSide exchange) {
    this.exchange = exchange;
    this.market = new MarketCloses(scope, first, due);
  }

  /** The next record of the topic of orders. */
  public void order(OrderCommand command) {
    commands.add(command);
  }

  /**
   * The next record of the topic of bars.
   *
   * @param nanos of a clock that only goes forward
   */
  public void bar(FeedItem item, long nanos) {
    market.take(item, nanos);
    exchange.list(market.universe());
  }

  /** Ends what has waited too long for the symbols that are missing. */
  public void giveUpWaiting(long nanos) {
    market.giveUpWaiting(nanos);
  }

  /**
   * Deals with the next close or tick, if all orders before it are known. While the connection is
   * broken there are none: the job decides nothing before it has heard of the close, and what it
   * sent before has to wait, as it would have if it had come when it could.
   *
   * @return what is to be sent, perhaps nothing; null when there is nothing to deal with
   */
  public @Nullable List<ExchangeReport> deal() {
    if (!exchange.isAway() && !takeUpTo(told)) {
      return null;
    }
    MarketCloses.Close close = due.peek();
    long tick = exchange.nextTick();
    if (tick <= market.reached() && (close == null || tick < close.time())) {
      return sent(tick, exchange.onTick(tick));
    }
    if (close == null) {
      return null;
    }
    due.remove();
    return sent(close.time(), exchange.onClose(close.time(), close.bars()));
  }

  private List<ExchangeReport> sent(long time, List<ExchangeReport> reports) {
    told = reports.isEmpty() ? told : time;
    return reports;
  }

  /**
   * Takes the commands up to a close or tick, and none of a later one: those may lie there, too.
   */
  private boolean takeUpTo(long time) {
    while (ordersUpTo < time && !commands.isEmpty()) {
      OrderCommand command = commands.remove();
      exchange.take(command);
      if (command.kind() == OrderCommand.Kind.CLOSE) {
        ordersUpTo = Math.max(ordersUpTo, command.time());
      }
    }
    return ordersUpTo >= time;
  }
}
