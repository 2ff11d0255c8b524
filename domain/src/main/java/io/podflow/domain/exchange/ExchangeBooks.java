package io.podflow.domain.exchange;

import io.podflow.domain.execution.PositionReport;
import io.podflow.domain.position.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the exchange side holds for its customer, by its own fills. Symbols by name. */
public final class ExchangeBooks {

  private final Map<String, Position> positions = new TreeMap<>();
  private final Map<String, Double> realized = new TreeMap<>();
  private double cash;

  void book(String symbol, double quantity, double price, double cost) {
    Position before = position(symbol);
    Position after = before.filled(quantity, price);
    double closed = Math.abs(quantity) - Math.max(0, growth(before, after));
    double profit = Math.signum(before.quantity()) * closed * (price - before.averagePrice());
    positions.put(symbol, after);
    realized.merge(symbol, (closed > 0 ? profit : 0) - cost, Double::sum);
    cash -= quantity * price + cost;
  }

  /** How much of a fill opens something: all of what stands on the other side after a flip. */
  private static double growth(Position before, Position after) {
    boolean flipped = before.quantity() * after.quantity() < 0;
    return flipped
        ? Math.abs(after.quantity())
        : Math.abs(after.quantity()) - Math.abs(before.quantity());
  }

  /** Every symbol that was ever traded. */
  Set<String> symbols() {
    return positions.keySet();
  }

  public Position position(String symbol) {
    return positions.getOrDefault(symbol, Position.FLAT);
  }

  /** Σ −quantity · price − cost of all fills, quote currency. */
  public double cash() {
    return cash;
  }

  /** Every symbol that was ever traded, in alphabetical order. */
  public List<PositionReport> reports() {
    List<PositionReport> reports = new ArrayList<>();
    positions.forEach(
        (symbol, position) ->
            reports.add(
                new PositionReport(
                    symbol,
                    position.quantity(),
                    position.averagePrice(),
                    realized.getOrDefault(symbol, 0.0))));
    return reports;
  }
}
