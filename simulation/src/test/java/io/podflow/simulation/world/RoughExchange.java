package io.podflow.simulation.world;

import io.podflow.api.Bar;
import io.podflow.domain.exchange.ExchangeSide;
import io.podflow.domain.execution.CostModel;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.execution.PositionSnapshot;
import io.podflow.domain.market.Universe;
import io.podflow.domain.position.Quantity;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An exchange side that is as rough as real ones. Orders stay open over closes, are filled in
 * several parts at several prices, expire with a rest, are rejected, and the first cancel may come
 * too late. What befalls an order at a close follows from the seed, its id and the close. It goes
 * on when the job does not: it keeps everything.
 */
final class RoughExchange implements ExchangeSide {

  private static final String STALE = "stale";
  private static final long NEVER = Voice.NEVER;

  private final long seed;
  private final Universe universe;
  private final CostModel costs;
  private final Manners manners;
  private final long quietFrom;
  private final TheirBooks books;
  private final Map<String, WorkingOrder> working = new TreeMap<>();
  private final Set<String> known = new HashSet<>();
  private final double[] lastCloses;
  private final Voice voice;
  private long lastClose = NEVER;

  RoughExchange(
      long seed,
      Universe universe,
      CostModel costs,
      Manners manners,
      long quietFrom,
      TheirBooks books) {
    this.seed = seed;
    this.universe = universe;
    this.costs = costs;
    this.manners = manners;
    this.quietFrom = quietFrom;
    this.books = books;
    this.voice = new Voice(seed, manners, quietFrom);
    this.lastCloses = new double[universe.size()];
  }

  @Override
  public boolean isAway() {
    return voice.isAway();
  }

  Set<String> open() {
    return Set.copyOf(working.keySet());
  }

  /** It has known all of them from the beginning. */
  @Override
  public void list(Universe symbols) {}

  @Override
  public void take(OrderCommand command) {
    switch (command.kind()) {
      case SEND -> {
        if (known.add(command.orderId())) {
          books.ordered(command, working.values().stream().map(each -> each.order).toList());
          working.put(command.orderId(), new WorkingOrder(command));
        }
      }
      case CANCEL -> cancel(command);
      case CLOSE -> {}
    }
  }

  private void cancel(OrderCommand command) {
    WorkingOrder order = working.get(command.orderId());
    if (order == null) {
      return;
    }
    boolean refuses =
        !order.hasRefused()
            && command.time() < quietFrom
            && random(command.orderId(), command.time()).nextDouble() < manners.stubborn();
    if (refuses) {
      order.refuse(command.time());
    } else if (!order.hasRefusedAt(command.time())) {
      end(ExchangeReport.Kind.CANCELLED, command.time() + 1, order, "as asked");
    }
  }

  @Override
  public List<ExchangeReport> onClose(long close, @Nullable Bar[] bars) {
    for (WorkingOrder order : List.copyOf(working.values())) {
      int s = universe.indexOf(order.order.symbol());
      Bar bar = s < bars.length ? bars[s] : null;
      if (order.order.time() < close) {
        if (bar != null) {
          meet(order, close, bar.open());
        } else if (order.order.reason().equals(STALE)) {
          fill(order, close, lastCloses[s], order.left);
        }
      }
    }
    for (Bar bar : bars) {
      if (bar != null) {
        lastCloses[bar.symbol()] = bar.close();
      }
    }
    lastClose = close;
    return voice.atClose(close, this::positions);
  }

  private void meet(WorkingOrder order, long close, double price) {
    SplittableRandom random = random(order.order.orderId(), close);
    boolean quiet = close >= quietFrom || order.hasRefused();
    if (!quiet && order.fills == 0 && random.nextDouble() < manners.rejects()) {
      end(ExchangeReport.Kind.REJECTED, close, order, "made to fail");
    } else if (quiet || random.nextDouble() >= manners.waits()) {
      trade(order, close, price, random, quiet);
    }
  }

  private void trade(
      WorkingOrder order, long close, double price, SplittableRandom random, boolean quiet) {
    if (quiet || random.nextDouble() >= manners.partial()) {
      fill(order, close, price, order.left);
      return;
    }
    int parts = 1 + random.nextInt(3);
    for (int part = 0; part < parts && working.containsKey(order.order.orderId()); part++) {
      double slipped = price * (1 + 0.001 * (random.nextDouble() - 0.5));
      fill(order, close, slipped, order.left * random.nextDouble(0.1, 0.9));
    }
    if (working.containsKey(order.order.orderId()) && random.nextInt(3) == 0) {
      end(ExchangeReport.Kind.EXPIRED, close, order, "its bar is over");
    }
  }

  /**
   * A rest that counts as nothing in the books (TR0) is no order for anybody: it is filled, too.
   */
  private void fill(WorkingOrder order, long close, double price, double part) {
    double wanted = Quantity.isZero(order.left - part) ? order.left : part;
    double quantity = books.reducible(order.order, wanted);
    if (Quantity.isZero(quantity)) {
      end(ExchangeReport.Kind.REJECTED, close, order, "nothing to reduce");
      return;
    }
    double notional = Math.abs(quantity) * price;
    double fee = costs.fee(notional);
    double slippage = costs.slippageCost(notional, Double.NaN);
    books.book(order.order.symbol(), quantity, price, fee + slippage);
    boolean all = wanted == order.left;
    order.left = all ? 0 : order.left - quantity;
    order.fills++;
    String fillId = order.order.orderId() + ":f" + order.fills;
    voice.say(
        number ->
            ExchangeReport.fill(
                close, number, order.order.orderId(), fillId, quantity, price, fee, slippage));
    if (quantity == wanted && all) {
      working.remove(order.order.orderId());
    } else if (quantity != wanted) {
      end(ExchangeReport.Kind.EXPIRED, close, order, "nothing more to reduce");
    }
  }

  private void end(ExchangeReport.Kind kind, long time, WorkingOrder order, String why) {
    working.remove(order.order.orderId());
    voice.say(number -> ExchangeReport.ended(kind, time, number, order.order.orderId(), why));
  }

  @Override
  public long nextTick() {
    return voice.nextTick();
  }

  /** Orders that were sent between closes are met between closes, too. */
  @Override
  public List<ExchangeReport> onTick(long time) {
    for (WorkingOrder order : List.copyOf(working.values())) {
      int s = universe.indexOf(order.order.symbol());
      if (order.order.time() > lastClose && lastCloses[s] > 0) {
        meet(order, time, lastCloses[s]);
      }
    }
    return voice.atTick(time, positions());
  }

  private PositionSnapshot positions() {
    return new PositionSnapshot(books.reports(), List.copyOf(working.keySet()));
  }

  private SplittableRandom random(String order, long close) {
    return Voice.random(seed, order, close);
  }
}
