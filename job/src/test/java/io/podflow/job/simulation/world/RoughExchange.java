package io.podflow.job.simulation.world;

import io.podflow.domain.exchange.ExchangeSide;
import io.podflow.domain.execution.CostModel;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.execution.PositionSnapshot;
import io.podflow.domain.market.Bar;
import io.podflow.domain.market.Universe;
import io.podflow.domain.position.Quantity;
import java.util.ArrayList;
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
  private static final long NEVER = Long.MIN_VALUE;

  private final long seed;
  private final Universe universe;
  private final CostModel costs;
  private final Manners manners;
  private final long quietFrom;
  private final TheirBooks books;
  private final Map<String, Working> working = new TreeMap<>();
  private final Set<String> known = new HashSet<>();
  private final List<ExchangeReport> unsent = new ArrayList<>();
  private final double[] lastCloses;
  private long nextSnapshot = Long.MIN_VALUE;
  private long sequence;
  private long lastClose = NEVER;
  private long spoken = NEVER;
  private int silent;
  private boolean away;

  /** An order of which something is open. */
  private static final class Working {

    private final OrderCommand order;
    private double left;
    private int fills;
    private long refusedAt = NEVER;

    private boolean hasRefused() {
      return refusedAt != NEVER;
    }

    Working(OrderCommand order) {
      this.order = order;
      this.left = order.quantity();
    }
  }

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
    this.lastCloses = new double[universe.size()];
  }

  @Override
  public boolean isAway() {
    return away;
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
          working.put(command.orderId(), new Working(command));
        }
      }
      case CANCEL -> cancel(command);
      case CLOSE -> {}
    }
  }

  private void cancel(OrderCommand command) {
    Working order = working.get(command.orderId());
    if (order == null) {
      return;
    }
    boolean refuses =
        !order.hasRefused()
            && command.time() < quietFrom
            && random(command.orderId(), command.time()).nextDouble() < manners.stubborn();
    if (refuses) {
      order.refusedAt = command.time();
    } else if (order.refusedAt != command.time()) {
      end(ExchangeReport.Kind.CANCELLED, command.time() + 1, order, "as asked");
    }
  }

  @Override
  public List<ExchangeReport> onClose(long close, @Nullable Bar[] bars) {
    for (Working order : List.copyOf(working.values())) {
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
    return beat(close);
  }

  private void meet(Working order, long close, double price) {
    SplittableRandom random = random(order.order.orderId(), close);
    boolean quiet = close >= quietFrom || order.hasRefused();
    if (!quiet && order.fills == 0 && random.nextDouble() < manners.rejects()) {
      end(ExchangeReport.Kind.REJECTED, close, order, "made to fail");
    } else if (quiet || random.nextDouble() >= manners.waits()) {
      trade(order, close, price, random, quiet);
    }
  }

  private void trade(
      Working order, long close, double price, SplittableRandom random, boolean quiet) {
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

  private void fill(Working order, long close, double price, double wanted) {
    double quantity = books.reducible(order.order, wanted);
    if (Quantity.isZero(quantity)) {
      end(ExchangeReport.Kind.REJECTED, close, order, "nothing to reduce");
      return;
    }
    double notional = Math.abs(quantity) * price;
    double fee = costs.fee(notional);
    double slippage = costs.slippageCost(notional);
    books.book(order.order.symbol(), quantity, price, fee + slippage);
    boolean all = wanted == order.left;
    order.left = all ? 0 : order.left - quantity;
    order.fills++;
    String fillId = order.order.orderId() + ":f" + order.fills;
    unsent.add(
        ExchangeReport.fill(
            close, ++sequence, order.order.orderId(), fillId, quantity, price, fee, slippage));
    if (quantity == wanted && all) {
      working.remove(order.order.orderId());
    } else if (quantity != wanted) {
      end(ExchangeReport.Kind.EXPIRED, close, order, "nothing more to reduce");
    }
  }

  private void end(ExchangeReport.Kind kind, long time, Working order, String why) {
    working.remove(order.order.orderId());
    unsent.add(ExchangeReport.ended(kind, time, ++sequence, order.order.orderId(), why));
  }

  @Override
  public long nextTick() {
    if (away || spoken == NEVER || spoken >= quietFrom) {
      return Long.MAX_VALUE;
    }
    boolean speaks = random("tick", spoken).nextDouble() < manners.ticks();
    return speaks ? spoken + manners.snapshotEvery().toMillis() : Long.MAX_VALUE;
  }

  /** Orders that were sent between closes are met between closes, too. */
  @Override
  public List<ExchangeReport> onTick(long time) {
    for (Working order : List.copyOf(working.values())) {
      int s = universe.indexOf(order.order.symbol());
      if (order.order.time() > lastClose && lastCloses[s] > 0) {
        meet(order, time, lastCloses[s]);
      }
    }
    tellPositions(time);
    unsent.add(ExchangeReport.heartbeat(time, ++sequence, true));
    return sent(time);
  }

  private void tellPositions(long time) {
    nextSnapshot = time + manners.snapshotEvery().toMillis();
    PositionSnapshot all = new PositionSnapshot(books.reports(), List.copyOf(working.keySet()));
    unsent.add(ExchangeReport.positions(time, ++sequence, all));
  }

  private List<ExchangeReport> sent(long time) {
    spoken = time;
    List<ExchangeReport> sent = List.copyOf(unsent);
    unsent.clear();
    return sent;
  }

  private List<ExchangeReport> beat(long close) {
    if (silent == 0
        && close < quietFrom
        && random("", close).nextDouble() < manners.disconnects()) {
      silent = manners.silentCloses();
    }
    away = silent > 0;
    if (close >= nextSnapshot) {
      tellPositions(close);
    }
    unsent.add(ExchangeReport.heartbeat(close, ++sequence, !away));
    if (away) {
      silent--;
      return List.of();
    }
    return sent(close);
  }

  private SplittableRandom random(String order, long close) {
    return new SplittableRandom(
        seed ^ order.hashCode() * 0x9E3779B97F4A7C15L ^ close * 0xC2B2AE3D27D4EB4FL);
  }
}
