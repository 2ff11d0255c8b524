package io.podflow.simulation;

import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.journal.FillRow;
import io.podflow.domain.journal.OrderRow;
import io.podflow.domain.market.UtcDays;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.position.Quantity;
import io.podflow.simulation.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An id is one order for ever, an order has one end, and what is open ends when it is quiet. */
final class OrdersCheck {

  private static final long RESOLVED_WITHIN = 3 * UtcDays.DAY_MILLIS;

  private final World world;
  private final Outcome run;
  private final List<PortfolioDecision> decisions;
  private final Map<String, OrderCommand> sent = new HashMap<>();
  private final Set<String> ended = new HashSet<>();
  private final List<String> found = new ArrayList<>();

  OrdersCheck(World world, Outcome run, List<PortfolioDecision> decisions) {
    this.world = world;
    this.run = run;
    this.decisions = decisions;
  }

  List<String> find() {
    oneContent();
    oneEnd();
    allEnded();
    run.exchange().oddities().stream()
        .filter(oddity -> !world.isLate() || !oddity.contains("is to close"))
        .forEach(oddity -> found.add("the exchange side: " + oddity));
    return found;
  }

  private void oneContent() {
    for (OrderCommand command : run.orders()) {
      if (command.kind() == OrderCommand.Kind.SEND) {
        OrderCommand before = sent.putIfAbsent(command.orderId(), command);
        if (before != null && !before.equals(command)) {
          found.add("an id with two contents: " + before + " and " + command);
        }
      }
    }
    Set<String> decided = new HashSet<>();
    for (PortfolioDecision decision : decisions) {
      for (OrderCommand command : decision.commands()) {
        if (command.kind() == OrderCommand.Kind.SEND) {
          decided.add(command.orderId());
          if (!command.equals(sent.get(command.orderId()))) {
            found.add("decided " + command + " (sent: " + sent.get(command.orderId()) + ")");
          }
        }
      }
    }
    sent.keySet().stream()
        .filter(id -> !decided.contains(id))
        .forEach(id -> found.add("sent and not decided: " + sent.get(id)));
  }

  private void oneEnd() {
    Map<String, Double> filled = new HashMap<>();
    for (PortfolioDecision decision : decisions) {
      for (FillRow fill : decision.fills()) {
        filled.merge(fill.orderId(), fill.quantity(), Double::sum);
      }
    }
    for (PortfolioDecision decision : decisions) {
      for (OrderRow order : decision.orders()) {
        OrderCommand command = sent.get(order.orderId());
        if (!ended.add(order.orderId())) {
          found.add("ends twice: " + order);
        }
        if (command == null || Math.abs(command.quantity()) != order.quantity()) {
          found.add("ends as " + order + " (sent: " + command + ")");
        }
        double rest = order.quantity() - filled.getOrDefault(order.orderId(), 0.0);
        boolean whole = Math.abs(rest) <= 1e-9 * order.quantity() + Quantity.ZERO_BELOW;
        if (rest < 0 && !whole) {
          found.add("filled for more than was ordered: " + order + ", " + rest);
        }
        if (!world.isLate() && whole != order.status().equals("FILLED")) {
          found.add("ends as " + order + " with " + rest + " not filled");
        }
      }
    }
  }

  private void allEnded() {
    long end = decisions.isEmpty() ? 0 : decisions.get(decisions.size() - 1).closeTime();
    for (OrderCommand order : sent.values()) {
      if (order.time() < end - RESOLVED_WITHIN && !ended.contains(order.orderId())) {
        found.add("still open at " + end + ": " + order);
      }
    }
  }
}
