package io.podflow.simulation;

import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.journal.FillRow;
import io.podflow.domain.journal.OrderRow;
import io.podflow.domain.journal.PodFillRow;
import io.podflow.domain.journal.PositionRow;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.layout.Removal;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.simulation.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Positions are the sum of fills, of the pods' shares, and what the exchange side holds itself. */
final class BooksCheck {

  private static final double ROUNDING = 1e-7;

  private final World world;
  private final MarketOnce market;
  private final Outcome run;
  private final List<PortfolioDecision> decisions;
  private final Map<String, Double> byFills = new HashMap<>();
  private final Map<String, Double> byPods = new HashMap<>();
  private final Map<String, Map<String, Double>> shares = new HashMap<>();
  private final Map<String, Double> held = new HashMap<>();
  private final Set<String> adopted = new HashSet<>();
  private final List<String> found = new ArrayList<>();
  private final Set<String> reducing = new HashSet<>();
  private double funding;

  BooksCheck(World world, MarketOnce market, Outcome run, List<PortfolioDecision> decisions) {
    this.world = world;
    this.market = market;
    this.run = run;
    this.decisions = decisions;
    run.orders().stream()
        .filter(OrderCommand::reduceOnly)
        .forEach(order -> reducing.add(order.orderId()));
  }

  List<String> find() {
    PortfolioDecision last = null;
    for (PortfolioDecision decision : decisions) {
      // Between closes nothing is written when nothing has happened.
      if (!decision.equity().isEmpty()) {
        close(decision);
        last = decision;
      }
    }
    if (last != null) {
      end(last);
    }
    return found;
  }

  private void close(PortfolioDecision decision) {
    Map<String, Double> before = Map.copyOf(held);
    decision.fills().forEach(fill -> byFills.merge(fill.symbol(), signed(fill), Double::sum));
    for (PodFillRow part : decision.podFills()) {
      byPods.merge(part.symbol(), part.quantity(), Double::sum);
      shares
          .computeIfAbsent(part.symbol(), symbol -> new HashMap<>())
          .merge(part.pod(), part.quantity(), Double::sum);
    }
    held.clear();
    decision.positions().forEach(row -> held.put(row.symbol(), row.quantity()));
    decision.equity().forEach(row -> funding += row.funding());
    if (decision.events().stream()
        .anyMatch(event -> event.message().contains("quantities are adopted"))) {
      adopted.add("all");
    }
    if (adopted.isEmpty()) {
      compare(decision.closeTime(), "its fills", byFills);
      compare(decision.closeTime(), "the pods' shares", byPods);
    }
    neverPastZero(decision, before);
    if (!world.isLate()
        && decision.events().stream()
            .anyMatch(event -> event.message().startsWith("the books differ"))) {
      found.add("reconciled at " + decision.closeTime() + ": " + decision.events());
    }
  }

  private static double signed(FillRow fill) {
    return fill.side().equals("BUY") ? fill.quantity() : -fill.quantity();
  }

  private void compare(long time, String what, Map<String, Double> sums) {
    Set<String> symbols = new TreeSet<>(held.keySet());
    symbols.addAll(sums.keySet());
    for (String symbol : symbols) {
      double ours = held.getOrDefault(symbol, 0.0);
      double theirs = sums.getOrDefault(symbol, 0.0);
      if (!isNear(ours, theirs)) {
        found.add("%s at %d: %s held, by %s %s".formatted(symbol, time, ours, what, theirs));
      }
    }
  }

  private static boolean isNear(double ours, double theirs) {
    return Math.abs(ours - theirs) <= ROUNDING * (1 + Math.max(Math.abs(ours), Math.abs(theirs)));
  }

  /** An order that closes leaves nothing on the other side but what is kept of removed pods. */
  private void neverPastZero(PortfolioDecision decision, Map<String, Double> before) {
    for (OrderRow order : decision.orders()) {
      boolean closes = reducing.contains(order.orderId());
      double now = held.getOrDefault(order.symbol(), 0.0);
      double then = before.getOrDefault(order.symbol(), 0.0);
      boolean past = now * then < 0 && !isNear(now, keptOf(order));
      if (closes && past && !world.isLate() && Math.abs(now) > ROUNDING) {
        found.add("past zero from " + then + " to " + now + ": " + order);
      }
    }
  }

  private double keptOf(OrderRow order) {
    PortfolioLayout layout = world.layout();
    double kept = 0;
    for (int pod = 0; pod < layout.podCount(); pod++) {
      if (market.hasLeft(pod, order.time()) && layout.removal(pod).kind() == Removal.Kind.HOLD) {
        kept +=
            shares
                .getOrDefault(order.symbol(), Map.of())
                .getOrDefault(layout.podIds().get(pod), 0.0);
      }
    }
    return kept;
  }

  private void end(PortfolioDecision last) {
    Map<String, Double> theirs = run.exchange().positions();
    compare(last.closeTime(), "the exchange side's books", theirs);
    for (EquityRow books : last.equity()) {
      double cash = books.cash() - world.market().capital() + funding;
      if (adopted.isEmpty() && !isNear(cash, run.exchange().cash())) {
        found.add("cash " + cash + " (there: " + run.exchange().cash() + ")");
      }
    }
    for (PositionRow row : last.positions()) {
      if (!Double.isFinite(row.value())) {
        found.add("not a number: " + row);
      }
    }
  }
}
