package io.podflow.simulation;

import io.podflow.api.Bar;
import io.podflow.domain.execution.FundingRates;
import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.market.FundingRate;
import io.podflow.domain.market.MarketRecord;
import io.podflow.domain.market.RunWindow;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.job.engine.Progress;
import io.podflow.job.engine.RunScope;
import io.podflow.job.inline.InlineEngine;
import io.podflow.job.source.MarketFeed;
import io.podflow.job.state.RunRecord;
import io.podflow.simulation.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Against an exchange side that does what a backtest does, a live portfolio decides what the
 * backtest decides over the same bars, until a symbol is stale: closing that takes an order, and so
 * a close more.
 */
final class BacktestCheck {

  private final World world;
  private final RunScope scope;
  private final Outcome run;

  BacktestCheck(World world, Outcome run) {
    this.world = world;
    this.scope = world.market();
    this.run = run;
  }

  List<String> find() {
    List<PortfolioDecision> live = Decisions.portfolio(run.decisions());
    List<PortfolioDecision> paper = Decisions.portfolio(backtest());
    long first = paper.isEmpty() ? Long.MAX_VALUE : paper.get(0).closeTime();
    List<PortfolioDecision> traded =
        live.stream()
            .filter(decision -> decision.closeTime() >= first && !decision.equity().isEmpty())
            .toList();
    // Capital lies idle from the first close on, and a live portfolio may have had that before.
    boolean earlier = live.stream().anyMatch(d -> d.closeTime() < first && !d.equity().isEmpty());
    for (int i = 0; i < paper.size(); i++) {
      PortfolioDecision expected = paper.get(i);
      if (expected.equity().isEmpty() || isStale(expected)) {
        return List.of();
      }
      if (i >= traded.size()
          || !comparable(traded.get(i), earlier).equals(comparable(expected, earlier))) {
        return List.of(
            "not as in the backtest: "
                + (i < traded.size() ? traded.get(i) : "nothing")
                + " (expected: "
                + expected
                + ")");
      }
    }
    return List.of();
  }

  private List<RunRecord> backtest() {
    RunWindow window = scope.window();
    long end = run.end();
    RunScope paper =
        new RunScope(
            scope.layout(),
            new RunWindow(window.warmUpFrom(), window.from(), end),
            scope.capital(),
            scope.funding(),
            TradingMode.PAPER);
    MarketOnce market = MarketOnce.of(world, run.bars());
    List<Bar> bars = new ArrayList<>(market.bars());
    bars.sort(Comparator.comparingLong(Bar::closeTime).thenComparingInt(Bar::symbol));
    List<RunRecord> records = new ArrayList<>();
    try {
      new InlineEngine(BacktestCheck.class.getClassLoader())
          .run(paper.with(series(market.rates())), feedOf(bars), records::add, Progress.SILENT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records;
  }

  private static Map<String, FundingRates.Series> series(List<FundingRate> rates) {
    return rates.stream()
        .collect(
            Collectors.groupingBy(
                FundingRate::symbol,
                Collectors.collectingAndThen(
                    Collectors.toList(),
                    each ->
                        new FundingRates.Series(
                            each.stream().mapToLong(FundingRate::time).toArray(),
                            each.stream().mapToDouble(FundingRate::rate).toArray()))));
  }

  private static MarketFeed feedOf(List<Bar> bars) {
    return (shard, shards) -> {
      Iterator<Bar> left = bars.iterator();
      return new MarketFeed.Records() {
        @Override
        public boolean hasNext() {
          return left.hasNext();
        }

        @Override
        public MarketRecord next() {
          return MarketRecord.of(left.next());
        }

        @Override
        public void close() {}
      };
    };
  }

  private static boolean isStale(PortfolioDecision decision) {
    return decision.events().stream().anyMatch(event -> event.message().startsWith("stale after"));
  }

  private static PortfolioDecision comparable(PortfolioDecision d, boolean withoutIdle) {
    return new PortfolioDecision(
        d.closeTime(),
        d.pods(),
        d.allocations(),
        d.targets(),
        d.orders(),
        d.fills(),
        d.podFills(),
        d.positions(),
        d.equity(),
        d.monitors(),
        d.events().stream()
            .filter(event -> !withoutIdle || event.kind() != EventKind.IDLE)
            .toList(),
        List.of(),
        d.benchmarks(),
        d.unsent());
  }
}
