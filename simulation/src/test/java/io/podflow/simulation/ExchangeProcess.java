package io.podflow.simulation;

import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.job.state.FeedItem;
import io.podflow.live.paper.ExchangeSession;
import io.podflow.simulation.stage.Intake;
import io.podflow.simulation.world.Exchange;
import io.podflow.simulation.world.Lateness;
import io.podflow.simulation.world.World;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** The exchange side as a process that reads both topics, neither in step with the other. */
final class ExchangeProcess {

  private final World world;
  private final Topic<FeedItem> bars;
  private final Topic<OrderCommand> orders;
  private final ReportSender sender;
  private Exchange exchange;
  private Lateness lateness;
  private ExchangeSession session;
  private Intake intake;
  private final Set<Long> said = new HashSet<>();
  private int barsRead;
  private int ordersRead;

  ExchangeProcess(
      World world, Topic<FeedItem> bars, Topic<OrderCommand> orders, ReportSender sender) {
    this.world = world;
    this.bars = bars;
    this.orders = orders;
    this.sender = sender;
    this.exchange = world.exchange();
    this.lateness = world.lateness();
    this.intake = new Intake(0);
    this.session = new ExchangeSession(world.scope(), world.version(0, true), exchange.side());
  }

  Exchange exchange() {
    return exchange;
  }

  boolean isAway() {
    return exchange.side().isAway();
  }

  /**
   * Keeps nothing and begins with the first record of both topics.
   *
   * @param recalls whether it looks at what it has said before, and does not say that again
   */
  void restart(boolean recalls) {
    said.clear();
    if (recalls) {
      sender.sent().forEach(report -> said.add(report.sequence()));
    }
    exchange = world.exchange();
    lateness = world.lateness();
    intake = new Intake(0);
    session = new ExchangeSession(world.scope(), world.version(0, true), exchange.side());
    barsRead = 0;
    ordersRead = 0;
  }

  /** Deals with a close, or reads a record; false when there is nothing to do. */
  boolean move(SplittableRandom random) {
    List<ExchangeReport> reports = session.deal();
    if (reports != null) {
      sender.send(
          lateness.sent(reports).stream()
              .filter(report -> !said.contains(report.sequence()))
              .toList());
      return true;
    }
    boolean bar = barsRead < bars.end();
    boolean order = ordersRead < orders.end();
    if (bar && (!order || random.nextBoolean())) {
      FeedItem item = bars.at(barsRead++);
      if (intake.passes(item)) {
        session.bar(item, 0);
      }
    } else if (order) {
      session.order(orders.at(ordersRead++));
    }
    return bar || order;
  }
}
