package io.podflow.simulation.world;

import io.podflow.domain.exchange.ExchangeBooks;
import io.podflow.domain.exchange.ExchangeSide;
import io.podflow.domain.exchange.Faults;
import io.podflow.domain.exchange.PaperExchange;
import io.podflow.domain.execution.CostModel;
import io.podflow.domain.execution.PositionReport;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.Universe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An exchange side and what can be asked of it afterwards. */
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

  /**
   * One that has seen nothing.
   *
   * @param first what the paper exchange knows to begin with
   * @param market all that is ever traded, and at what costs
   * @param quietFrom from when on a rough one behaves, epoch milliseconds UTC
   */
  static Exchange of(
      long seed, Manners manners, Universe first, PortfolioLayout market, long quietFrom) {
    CostModel costs = CostModel.of(market.settings());
    if (manners.made() == Manners.Made.ROUGH) {
      TheirBooks books = new TheirBooks();
      return rough(
          new RoughExchange(seed, market.universe(), costs, manners, quietFrom, books), books);
    }
    Faults faults =
        new Faults(
            seed,
            manners.partial(),
            manners.rejects(),
            manners.disconnects(),
            manners.silentCloses());
    PaperExchange paper = new PaperExchange(first, costs, faults, manners.snapshotEvery());
    return paper(paper, paper.books());
  }

  private static Exchange paper(ExchangeSide side, ExchangeBooks books) {
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

  private static Exchange rough(RoughExchange side, TheirBooks books) {
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
