package io.podflow.job.simulation.world;

import io.podflow.domain.exchange.ExchangeBooks;
import io.podflow.domain.exchange.ExchangeSide;
import io.podflow.domain.execution.PositionReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An exchange side and what can be asked of it afterwards.
 *
 * @param side takes orders and reports
 * @param restarts whether it keeps nothing and can be started again from its topics
 */
public final class Exchange {

  private final ExchangeSide side;
  private final Books books;

  /** What can be asked. */
  private interface Books {

    List<PositionReport> reports();

    double cash();

    Set<String> open();

    List<String> oddities();
  }

  private Exchange(ExchangeSide side, Books books) {
    this.side = side;
    this.books = books;
  }

  static Exchange paper(ExchangeSide side, ExchangeBooks books) {
    return new Exchange(
        side,
        new Books() {
          @Override
          public List<PositionReport> reports() {
            return books.reports();
          }

          @Override
          public double cash() {
            return books.cash();
          }

          @Override
          public Set<String> open() {
            return Set.of();
          }

          @Override
          public List<String> oddities() {
            return List.of();
          }
        });
  }

  static Exchange rough(RoughExchange side, TheirBooks books) {
    return new Exchange(
        side,
        new Books() {
          @Override
          public List<PositionReport> reports() {
            return books.reports();
          }

          @Override
          public double cash() {
            return books.cash();
          }

          @Override
          public Set<String> open() {
            return side.open();
          }

          @Override
          public List<String> oddities() {
            return books.oddities();
          }
        });
  }

  public ExchangeSide side() {
    return side;
  }

  /** Signed quantity by symbol. */
  public Map<String, Double> positions() {
    Map<String, Double> positions = new HashMap<>();
    books.reports().forEach(report -> positions.put(report.symbol(), report.quantity()));
    return positions;
  }

  /** Σ −quantity · price − cost of all fills, quote currency. */
  public double cash() {
    return books.cash();
  }

  /** Orders that are open and were not just sent. */
  public Set<String> open() {
    return books.open();
  }

  /** What it found odd about its orders. */
  public List<String> oddities() {
    return new ArrayList<>(books.oddities());
  }
}
