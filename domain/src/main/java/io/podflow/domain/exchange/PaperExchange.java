package io.podflow.domain.exchange;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.execution.CostModel;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.execution.PositionSnapshot;
import io.podflow.domain.execution.TradedValues;
import io.podflow.domain.execution.TraderCommand;
import io.podflow.domain.market.Universe;
import io.podflow.domain.position.Quantity;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An exchange that is made up: an order is filled at the open of its symbol's next bar, at the
 * costs of a backtest, and reported at the close of that bar, when the open is known to be one
 * (decisions EX2, FP12). What is left of an order after that bar expires (decision FP25). One that
 * is to close a symbol whose bars have stopped is filled at its last close.
 *
 * <p>When an order came to less than was asked, the exchange tells between closes what it holds
 * ({@link #nextTick}), so that its customer need not wait for the next close. An order that was
 * decided between closes is filled at once, at the symbol's last close: no other price is known
 * then. One that was decided at a close and is taken back between closes is filled nevertheless if
 * its bar comes: it was at that bar's open, and only nobody knew.
 *
 * <p>What a person asks ({@link #obey}) it does at once, without a close and without its customer
 * (decision LV10). While it is paused it takes nothing but what brings a position nearer to 0.
 */
public final class PaperExchange implements ExchangeSide {

  private static final String STALE = "stale";
  private static final String AS_ASKED = "as asked";
  private static final String PAUSED = "paused";
  private static final long NEVER = Long.MIN_VALUE;

  /** 2000-01-01: the time of what is asked before there was a close. */
  private static final long BEFORE_ALL = 946_684_800_000L;

  /** Both sides sum the same fills, in another order: what they differ by relatively. */
  private static final double ROUNDING = 1e-9;

  private Universe universe;
  private final CostModel costs;
  private final Faults faults;
  private final ExchangeBooks books = new ExchangeBooks();
  private final Inbox inbox = new Inbox();
  private final OpenOrders orders = new OpenOrders();
  private final Unsent unsent = new Unsent();
  private final Map<String, Double> planted = new TreeMap<>();
  private final Unrest unrest = new Unrest();
  private final TradedValues tradedValues;
  private double[] lastCloses;
  private @Nullable Timeframe[] timeframes;
  private final long snapshotEvery;
  private long nextSnapshot = NEVER;
  private long lastClose = NEVER;
  private long spoken = NEVER;
  private final Map<String, CommandReport> obeyed = new HashMap<>();
  private long lastObeyed = NEVER;
  private int silentCloses;
  private boolean away;
  private boolean paused;

  /**
   * @param snapshotEvery least time between two snapshots of its positions
   */
  public PaperExchange(Universe universe, CostModel costs, Faults faults, Duration snapshotEvery) {
    this.universe = universe;
    this.snapshotEvery = snapshotEvery.toMillis();
    this.costs = costs;
    this.faults = faults;
    this.lastCloses = new double[universe.size()];
    this.tradedValues = new TradedValues(universe.size(), costs.slippage().days());
    this.timeframes = new Timeframe[universe.size()];
  }

  @Override
  public void list(Universe symbols) {
    if (symbols.size() == universe.size()) {
      return;
    }
    universe = symbols;
    lastCloses = Arrays.copyOf(lastCloses, symbols.size());
    tradedValues.grow(symbols.size(), costs.slippage().days());
    timeframes = Arrays.copyOf(timeframes, symbols.size());
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

  @Override
  public boolean isAway() {
    return away;
  }

  @Override
  public void take(OrderCommand command) {
    inbox.add(command);
  }

  /** While nothing can be sent, nothing is heard that was decided since. */
  private void hear(long before) {
    for (OrderCommand command : inbox.upTo(isAway() ? spoken : before - 1)) {
      switch (command.kind()) {
        case SEND -> admit(command);
        case CANCEL -> cancel(command);
        case CLOSE -> {}
      }
    }
  }

  private void admit(OrderCommand order) {
    if (!paused || isReduction(order)) {
      orders.add(order);
    } else if (orders.isNew(order.orderId())) {
      long now = Math.max(order.time(), spoken) + 1;
      unsent.ended(ExchangeReport.Kind.REJECTED, now, order.orderId(), PAUSED);
    }
  }

  /** Against the position, and not beyond it. */
  private boolean isReduction(OrderCommand order) {
    double held = books.position(order.symbol()).quantity();
    return held * order.quantity() < 0 && !isBeyond(order.quantity(), held);
  }

  /** Whether it takes nothing that adds risk. */
  public boolean isPaused() {
    return paused;
  }

  /**
   * Does at once what a person asks. Its time is just after what was said last, so that it follows
   * from what has come and not from a clock.
   *
   * @return for a command that came before: what was made of it then
   */
  public Obeyed obey(TraderCommand command) {
    CommandReport before = obeyed.get(command.commandId());
    if (before != null) {
      return new Obeyed(before, List.of());
    }
    hear(spoken == NEVER ? NEVER + 1 : spoken + 1);
    long now = Math.max(lastObeyed, Math.max(spoken, lastClose)) + 1;
    lastObeyed = Math.max(now, lastClose == NEVER ? BEFORE_ALL : now);
    paused = command.kind() != TraderCommand.Kind.RESUME;
    takeBack(command, lastObeyed);
    CommandReport report = close(command, lastObeyed);
    obeyed.put(command.commandId(), report);
    if (away || spoken == NEVER) {
      return new Obeyed(report, away ? List.of() : unsent.drain());
    }
    return new Obeyed(report, sent(lastObeyed));
  }

  /** What adds risk, and all of what is to be closed: nothing may come on top of that. */
  private void takeBack(TraderCommand command, long now) {
    if (!paused) {
      return;
    }
    for (OrderCommand order : orders.all()) {
      if (!isReduction(order) || command.concerns(order.symbol())) {
        orders.remove(order);
        unsent.ended(ExchangeReport.Kind.CANCELLED, now, order.orderId(), PAUSED);
      }
    }
  }

  private CommandReport close(TraderCommand command, long now) {
    ClosingPlan plan = new ClosingPlan(command, faults);
    TreeSet<String> symbols = new TreeSet<>(books.symbols());
    symbols.addAll(command.quantities().keySet());
    for (String symbol : symbols) {
      plan.close(symbol, books.position(symbol).quantity(), priceOf(symbol));
    }
    CommandReport report =
        new CommandReport(now, unsent.number(), command, plan.closings(), plan.left());
    for (CommandReport.Closing closing : plan.closings()) {
      double price = priceOf(closing.symbol());
      OrderCommand order =
          OrderCommand.send(
              now,
              closing.orderId(),
              closing.symbol(),
              closing.quantity(),
              price,
              true,
              command.reason());
      fill(order, now, price, now, closing.quantity());
    }
    return report;
  }

  /** 0 for a symbol that is not traded here or has had no bar. */
  private double priceOf(String symbol) {
    return universe.contains(symbol) ? lastCloses[universe.indexOf(symbol)] : 0;
  }

  private void cancel(OrderCommand command) {
    OrderCommand order = orders.find(command.orderId());
    long now = Math.max(command.time(), spoken) + 1;
    if (order == null) {
      if (orders.isNew(command.orderId())) {
        unsent.ended(ExchangeReport.Kind.CANCELLED, now, command.orderId(), "not known here");
      }
    } else if (lastClose != NEVER && order.time() <= lastClose && command.time() > lastClose) {
      orders.takeBack(order);
    } else {
      end(ExchangeReport.Kind.CANCELLED, now, order, AS_ASKED);
    }
  }

  @Override
  public List<ExchangeReport> onClose(long close, @Nullable Bar[] bars) {
    hear(close);
    for (OrderCommand order : orders.all()) {
      int symbol = universe.indexOf(order.symbol());
      meetAtClose(order, close, symbol < bars.length ? bars[symbol] : null);
    }
    tradedValues.add(bars);
    for (Bar bar : bars) {
      if (bar != null) {
        Double quantity = planted.remove(universe.symbol(bar.symbol()));
        if (quantity != null) {
          books.book(universe.symbol(bar.symbol()), quantity, bar.open(), 0);
        }
        lastCloses[bar.symbol()] = bar.close();
        timeframes[bar.symbol()] = bar.timeframe();
      }
    }
    lastClose = close;
    return beat(close);
  }

  private void meetAtClose(OrderCommand order, long close, @Nullable Bar bar) {
    if (isBetweenCloses(order)) {
      meet(order, close, lastClose(order), close);
    } else if (bar != null) {
      meet(order, close, bar.open(), bar.closeTime() - bar.timeframe().millis());
    } else if (order.reason().equals(STALE)) {
      meet(order, close, lastClose(order), close);
    } else if (orders.isTakenBack(order) && isBarDue(order, close)) {
      end(ExchangeReport.Kind.CANCELLED, close, order, AS_ASKED);
    }
  }

  @Override
  public long nextTick() {
    if (isAway() || spoken == NEVER) {
      return Long.MAX_VALUE;
    }
    hear(spoken + 1);
    boolean hasReason =
        orders.all().stream().anyMatch(this::canBeMetNow) || unrest.isWaiting(orders.symbols());
    return hasReason ? spoken + snapshotEvery : Long.MAX_VALUE;
  }

  @Override
  public List<ExchangeReport> onTick(long time) {
    for (OrderCommand order : orders.all()) {
      if (canBeMetNow(order)) {
        meet(order, time, lastClose(order), time);
      }
    }
    unrest.told();
    tellPositions(time);
    unsent.heartbeat(time, true);
    return sent(time);
  }

  /** To reject an order no price is needed. */
  private boolean canBeMetNow(OrderCommand order) {
    return isBetweenCloses(order) || faults.share(order.orderId()) == 0;
  }

  private boolean isBetweenCloses(OrderCommand order) {
    return lastClose != NEVER && order.time() > lastClose;
  }

  private boolean isBarDue(OrderCommand order, long close) {
    Timeframe timeframe = timeframes[universe.indexOf(order.symbol())];
    return timeframe == null || timeframe.closesAt(close);
  }

  private double lastClose(OrderCommand order) {
    return lastCloses[universe.indexOf(order.symbol())];
  }

  /**
   * @param moment at which the price was there, epoch milliseconds UTC
   */
  private void meet(OrderCommand order, long time, double price, long moment) {
    double share = faults.share(order.orderId());
    double quantity = reducible(order) * share;
    if (Quantity.isZero(quantity)) {
      String why = share == 0 ? "made to fail" : "nothing to reduce";
      end(ExchangeReport.Kind.REJECTED, time, order, why);
      return;
    }
    fill(order, time, price, moment, quantity);
    if (quantity != order.quantity()) {
      end(ExchangeReport.Kind.EXPIRED, time, order, "its bar is over");
    } else {
      orders.remove(order);
      unrest.wasDone(order.symbol());
    }
  }

  /** All of the order, or what there is to reduce. */
  private double reducible(OrderCommand order) {
    double held = books.position(order.symbol()).quantity();
    if (!order.reduceOnly() && !paused) {
      return order.quantity();
    }
    if (held == 0 || held > 0 == order.quantity() > 0) {
      return 0;
    }
    return isBeyond(order.quantity(), held) ? -held : order.quantity();
  }

  private static boolean isBeyond(double quantity, double held) {
    double excess = Math.abs(quantity) - Math.abs(held);
    return excess > ROUNDING * Math.abs(held) + Quantity.ZERO_BELOW;
  }

  private void fill(OrderCommand order, long time, double price, long moment, double quantity) {
    double notional = Math.abs(quantity) * price;
    double fee = costs.fee(notional);
    double dailyValue =
        tradedValues.mean(universe.indexOf(order.symbol()), moment, costs.slippage().days());
    double slippage = costs.slippageCost(notional, dailyValue);
    books.book(order.symbol(), quantity, price, fee + slippage);
    unsent.fill(time, order.orderId(), quantity, price, fee, slippage);
  }

  private void end(ExchangeReport.Kind kind, long time, OrderCommand order, String why) {
    orders.remove(order);
    unrest.cameToLess(order.symbol());
    unsent.ended(kind, time, order.orderId(), why);
  }

  private void tellPositions(long time) {
    nextSnapshot = time + snapshotEvery;
    unsent.positions(time, new PositionSnapshot(books.reports(), orders.ids()));
  }

  /** The closes of a broken connection are declared as missed when it is back. */
  private List<ExchangeReport> beat(long close) {
    if (silentCloses == 0 && faults.breaksAt(close)) {
      silentCloses = faults.disconnectedCloses();
    }
    away = silentCloses > 0;
    if (close >= nextSnapshot) {
      tellPositions(close);
    }
    unsent.heartbeat(close, !away);
    if (away) {
      silentCloses--;
      return List.of();
    }
    return sent(close);
  }

  private List<ExchangeReport> sent(long time) {
    spoken = time;
    return unsent.drain();
  }
}
