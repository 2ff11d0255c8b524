package io.podflow.domain.exchange;

import io.podflow.domain.execution.CostModel;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.execution.OrderIds;
import io.podflow.domain.execution.PositionSnapshot;
import io.podflow.domain.market.Bar;
import io.podflow.domain.market.Universe;
import io.podflow.domain.position.Quantity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An exchange that is made up: an order is filled at the open of its symbol's next bar, at the
 * costs of a backtest, and reported at the close of that bar, when the open is known to be one
 * (decisions EX2, FP12). What is left of an order after that bar expires (decision FP25). One that
 * is to close a symbol whose bars have stopped is filled at its last close.
 *
 * <p>Commands of one close come before the bars of the next; who feeds it sees to that.
 */
public final class PaperExchange {

  private static final String STALE = "stale";

  /** Both sides sum the same fills, in another order: what they differ by relatively. */
  private static final double ROUNDING = 1e-9;

  private final Universe universe;
  private final CostModel costs;
  private final Faults faults;
  private final ExchangeBooks books = new ExchangeBooks();
  private final Map<String, OrderCommand> open = new TreeMap<>();
  private final Set<String> known = new HashSet<>();
  private final List<ExchangeReport> unsent = new ArrayList<>();
  private final Map<String, Double> planted = new TreeMap<>();
  private final double[] lastCloses;
  private final long snapshotEvery;
  private long nextSnapshot = Long.MIN_VALUE;
  private long sequence;
  private int silentCloses;

  /**
   * @param snapshotEvery least time between two snapshots of its positions
   */
  public PaperExchange(Universe universe, CostModel costs, Faults faults, Duration snapshotEvery) {
    this.universe = universe;
    this.snapshotEvery = snapshotEvery.toMillis();
    this.costs = costs;
    this.faults = faults;
    this.lastCloses = new double[universe.size()];
  }

  public ExchangeBooks books() {
    return books;
  }

  /**
   * Makes up a position that nobody has ordered, as if somebody had traded by hand: bought or sold
   * at the open of the symbol's next bar, for nothing.
   *
   * @param quantity signed, base asset
   */
  public void plant(String symbol, double quantity) {
    planted.put(symbol, quantity);
  }

  /** Whether the connection was broken at the last close, so that nothing could be sent. */
  public boolean isAway() {
    return !unsent.isEmpty();
  }

  /** Takes an order, or takes one back. An order that was seen before is dropped. */
  public void take(OrderCommand command) {
    switch (command.kind()) {
      case SEND -> {
        if (known.add(command.orderId())) {
          open.put(command.orderId(), command);
        }
      }
      case CANCEL -> cancel(command);
      case CLOSE -> {}
    }
  }

  private void cancel(OrderCommand command) {
    if (open.remove(command.orderId()) != null) {
      end(ExchangeReport.Kind.CANCELLED, command.time() + 1, command.orderId(), "as asked");
    } else if (known.add(command.orderId())) {
      end(ExchangeReport.Kind.CANCELLED, command.time() + 1, command.orderId(), "not known here");
    }
  }

  /**
   * One close.
   *
   * @param close epoch milliseconds UTC, later than the one before
   * @param bars by universe index, those on which symbols fill
   * @return what is to be sent now; empty while the connection is broken
   */
  public List<ExchangeReport> onClose(long close, @Nullable Bar[] bars) {
    for (OrderCommand order : List.copyOf(open.values())) {
      int symbol = universe.indexOf(order.symbol());
      Bar bar = bars[symbol];
      if (bar != null && order.time() < close) {
        meet(order, close, bar.open());
      } else if (bar == null && order.reason().equals(STALE)) {
        meet(order, close, lastCloses[symbol]);
      }
    }
    for (Bar bar : bars) {
      if (bar != null) {
        Double quantity = planted.remove(universe.symbol(bar.symbol()));
        if (quantity != null) {
          books.book(universe.symbol(bar.symbol()), quantity, bar.open(), 0);
        }
        lastCloses[bar.symbol()] = bar.close();
      }
    }
    return beat(close);
  }

  private void meet(OrderCommand order, long close, double price) {
    open.remove(order.orderId());
    double share = faults.share(order.orderId());
    double quantity = reducible(order) * share;
    if (Quantity.isZero(quantity)) {
      String why = share == 0 ? "made to fail" : "nothing to reduce";
      end(ExchangeReport.Kind.REJECTED, close, order.orderId(), why);
      return;
    }
    fill(order, close, price, quantity);
    if (quantity != order.quantity()) {
      end(ExchangeReport.Kind.EXPIRED, close, order.orderId(), "its bar is over");
    }
  }

  /** All of the order, or what there is to reduce. */
  private double reducible(OrderCommand order) {
    double held = books.position(order.symbol()).quantity();
    if (!order.reduceOnly()) {
      return order.quantity();
    }
    if (held == 0 || held > 0 == order.quantity() > 0) {
      return 0;
    }
    double excess = Math.abs(order.quantity()) - Math.abs(held);
    boolean tooMuch = excess > ROUNDING * Math.abs(held) + Quantity.ZERO_BELOW;
    return tooMuch ? -held : order.quantity();
  }

  private void fill(OrderCommand order, long close, double price, double quantity) {
    double notional = Math.abs(quantity) * price;
    double fee = costs.fee(notional);
    double slippage = costs.slippageCost(notional);
    books.book(order.symbol(), quantity, price, fee + slippage);
    unsent.add(
        ExchangeReport.fill(
            close,
            ++sequence,
            order.orderId(),
            OrderIds.fill(order.orderId()),
            quantity,
            price,
            fee,
            slippage));
  }

  private void end(ExchangeReport.Kind kind, long time, String orderId, String why) {
    unsent.add(ExchangeReport.ended(kind, time, ++sequence, orderId, why));
  }

  private PositionSnapshot snapshot() {
    return new PositionSnapshot(books.reports(), List.copyOf(open.keySet()));
  }

  /** The closes of a broken connection are declared as missed when it is back. */
  private List<ExchangeReport> beat(long close) {
    if (silentCloses == 0 && faults.breaksAt(close)) {
      silentCloses = faults.disconnectedCloses();
    }
    boolean silent = silentCloses > 0;
    if (close >= nextSnapshot) {
      nextSnapshot = close + snapshotEvery;
      unsent.add(ExchangeReport.positions(close, ++sequence, snapshot()));
    }
    unsent.add(ExchangeReport.heartbeat(close, ++sequence, !silent));
    if (silent) {
      silentCloses--;
      return List.of();
    }
    List<ExchangeReport> sent = List.copyOf(unsent);
    unsent.clear();
    return sent;
  }
}
