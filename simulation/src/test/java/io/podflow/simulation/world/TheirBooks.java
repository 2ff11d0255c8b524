package io.podflow.simulation.world;

import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.execution.PositionReport;
import io.podflow.domain.position.Position;
import io.podflow.domain.position.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an exchange side holds, by its own fills, and what it found odd about its orders. */
final class TheirBooks {

  private static final double ROUNDING = 1e-9;

  private final Map<String, Position> positions = new TreeMap<>();
  private final Map<String, Double> cash = new TreeMap<>();
  private final List<String> oddities = new ArrayList<>();

  /** A new order, and those that are open. */
  void ordered(OrderCommand order, List<OrderCommand> open) {
    for (OrderCommand other : open) {
      if (other.symbol().equals(order.symbol())) {
        oddities.add(order.orderId() + " was sent while " + other.orderId() + " is open");
      }
    }
  }

  /** How much of {@code wanted} may be filled: no more than is held when it is to reduce only. */
  double reducible(OrderCommand order, double wanted) {
    double held = position(order.symbol()).quantity();
    if (!order.reduceOnly()) {
      return wanted;
    }
    boolean reduces = held != 0 && held > 0 != wanted > 0;
    double most = reduces ? Math.abs(held) : 0;
    if (Math.abs(wanted) <= most * (1 + ROUNDING) + Quantity.ZERO_BELOW) {
      return wanted;
    }
    oddities.add(order.orderId() + " is to close " + wanted + " of " + held);
    return Math.copySign(most, wanted);
  }

  void book(String symbol, double quantity, double price, double cost) {
    positions.put(symbol, position(symbol).filled(quantity, price));
    cash.merge(symbol, -quantity * price - cost, Double::sum);
  }

  private Position position(String symbol) {
    return positions.getOrDefault(symbol, Position.FLAT);
  }

  List<PositionReport> reports() {
    List<PositionReport> reports = new ArrayList<>();
    positions.forEach(
        (symbol, position) ->
            reports.add(
                new PositionReport(
                    symbol,
                    position.quantity(),
                    position.averagePrice(),
                    cash.getOrDefault(symbol, 0.0)
                        + position.quantity() * position.averagePrice())));
    return reports;
  }

  double cash() {
    return cash.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  List<String> oddities() {
    return List.copyOf(oddities);
  }
}
