package io.podflow.domain.portfolio;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.exchange.PaperExchange;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.FundingRates;
import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.UtcDays;
import io.podflow.domain.pod.DayReport;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.settings.LifecycleState;
import io.podflow.domain.settings.RebalanceTrigger;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A random portfolio over random bars with gaps: everything that comes in, close by close, made up
 * in advance, so that it can be run twice or changed from some close on.
 */
record Scenario(PortfolioLayout layout, double capital, List<Close> closes) {

  private static final List<String> SYMBOLS = List.of("A/USDT", "B/USDT", "C/USDT", "D/USDT");
  private static final int DAYS = 30;

  /** What the step is given at one close. */
  record Close(long time, @Nullable Bar[] bars, @Nullable PodDecision[] pods) {}

  static Scenario random(long seed) {
    Random random = new Random(seed);
    PortfolioLayout layout = layout(random);
    return new Scenario(layout, 10_000, new Inputs(layout, random).closes());
  }

  /** All decisions, the last one that of the end. */
  List<PortfolioDecision> run() {
    return run(UnaryOperator.identity());
  }

  /** As {@link #run()}, with the state passed through {@code carry} after every close. */
  List<PortfolioDecision> run(UnaryOperator<PortfolioState> carry) {
    PortfolioStep step = step(TradingMode.PAPER);
    PortfolioState state = step.initialState();
    List<PortfolioDecision> decisions = new ArrayList<>();
    for (Close close : closes) {
      decisions.add(step.onClose(state, close.time(), close.bars(), close.pods(), List.of()));
      state = carry.apply(state);
    }
    decisions.add(step.onEnd(state));
    return decisions;
  }

  /** As {@link #run()}, against an exchange instead of on paper; without the end. */
  List<PortfolioDecision> runAgainst(PaperExchange exchange) {
    return runAgainst(exchange, UnaryOperator.identity());
  }

  /** The same, with the state passed through {@code carry} after every close and tick. */
  List<PortfolioDecision> runAgainst(PaperExchange exchange, UnaryOperator<PortfolioState> carry) {
    PortfolioStep step = step(TradingMode.EXTERNAL);
    PortfolioState state = step.initialState();
    List<PortfolioDecision> decisions = new ArrayList<>();
    Deque<Close> waiting = new ArrayDeque<>();
    for (Close close : closes) {
      for (long tick = exchange.nextTick(); tick < close.time(); tick = exchange.nextTick()) {
        PortfolioDecision decision = step.onTick(state, tick, exchange.onTick(tick));
        decision.commands().forEach(exchange::take);
        decisions.add(decision);
        state = carry.apply(state);
      }
      waiting.add(close);
      Deque<ExchangeReport> reports =
          new ArrayDeque<>(exchange.onClose(close.time(), close.bars()));
      while (!reports.isEmpty()) {
        Close next = waiting.remove();
        List<ExchangeReport> now = new ArrayList<>();
        while (!reports.isEmpty() && reports.peek().time() <= next.time()) {
          now.add(reports.remove());
        }
        PortfolioDecision decision =
            step.onClose(state, next.time(), next.bars(), next.pods(), now);
        decision.commands().forEach(exchange::take);
        decisions.add(decision);
        state = carry.apply(state);
      }
    }
    return decisions;
  }

  PortfolioStep step(TradingMode mode) {
    return new PortfolioStep(layout, capital, FundingRates.of(layout.settings()), mode);
  }

  private static PortfolioLayout layout(Random random) {
    PortfolioFixture fixture = new PortfolioFixture();
    fixture.costBps = pick(random, 0.0, 4.0, 30.0);
    fixture.minNotional = pick(random, 0.0, 0.0, 100.0);
    fixture.maxGrossLeverage = pick(random, 1.0, 3.0, 20.0);
    fixture.trigger = pick(random, RebalanceTrigger.values());
    fixture.calendarDays = 1 + random.nextInt(5);
    fixture.minRebalanceTurnover = pick(random, 0.0, 0.02, 0.1);
    int pods = 1 + random.nextInt(5);
    for (int p = 0; p < pods; p++) {
      List<String> symbols = new ArrayList<>(SYMBOLS);
      Collections.shuffle(symbols, random);
      fixture.pod(
          "p" + p,
          0.9 / pods * random.nextDouble(),
          pick(random, Timeframe.H12, Timeframe.D1),
          pick(random, 0.0, 0.02, 0.1),
          pick(random, LifecycleState.values()),
          symbols.subList(0, 1 + random.nextInt(SYMBOLS.size())).toArray(String[]::new));
    }
    return fixture.layout();
  }

  @SafeVarargs
  private static <T> T pick(Random random, T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** Makes up bars and decisions. */
  private static final class Inputs {

    private final PortfolioLayout layout;
    private final Random random;
    private final double bet;
    private final double[] prices;
    private final int[] gaps;
    private final boolean[] barThisDay;
    private final double[][] targets;
    private final int[] days;

    Inputs(PortfolioLayout layout, Random random) {
      this.layout = layout;
      this.random = random;
      this.bet = pick(random, 0.5, 1.0, 10.0);
      this.prices = random.doubles(layout.universe().size(), 0.01, 1_000).toArray();
      this.gaps = random.ints(prices.length, 0, 5).toArray();
      this.barThisDay = new boolean[prices.length];
      this.targets = new double[layout.podCount()][];
      for (int p = 0; p < targets.length; p++) {
        targets[p] = new double[layout.symbolsOf(p).length];
      }
      this.days = new int[targets.length];
    }

    List<Close> closes() {
      long start = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();
      List<Close> closes = new ArrayList<>();
      for (long t = layout.nextClose(start);
          t <= start + DAYS * UtcDays.DAY_MILLIS;
          t = layout.nextClose(t)) {
        @Nullable Bar[] bars = bars(t);
        closes.add(new Close(t, bars, decisions(t, bars)));
      }
      return closes;
    }

    private @Nullable Bar[] bars(long time) {
      Bar[] bars = new Bar[prices.length];
      for (int s = 0; s < bars.length; s++) {
        Timeframe timeframe = layout.finestTimeframe(s);
        if (timeframe.closesAt(time) && !inGap(s)) {
          double open = prices[s] * (1 + 0.02 * random.nextGaussian());
          prices[s] = open * Math.exp(0.08 * random.nextGaussian());
          double high = Math.max(open, prices[s]);
          double low = Math.min(open, prices[s]);
          bars[s] = new Bar(s, timeframe, time, open, high, low, prices[s], 1);
          barThisDay[s] = true;
        }
      }
      return bars;
    }

    private boolean inGap(int s) {
      if (gaps[s] == 0 && random.nextInt(12) == 0) {
        gaps[s] = 1 + random.nextInt(6);
      }
      return gaps[s] > 0 && gaps[s]-- > 0;
    }

    private @Nullable PodDecision[] decisions(long time, @Nullable Bar[] bars) {
      PodDecision[] decisions = new PodDecision[targets.length];
      for (int p = 0; p < decisions.length; p++) {
        if (layout.pod(p).timeframe().closesAt(time)) {
          decisions[p] = decision(p, time, bars);
        }
      }
      if (UtcDays.endsDay(time)) {
        Arrays.fill(barThisDay, false);
      }
      return decisions;
    }

    private PodDecision decision(int p, long time, @Nullable Bar[] bars) {
      int[] symbols = layout.symbolsOf(p);
      boolean daily = layout.pod(p).timeframe() == Timeframe.D1;
      boolean[] present = new boolean[symbols.length];
      double gross = 0;
      for (int i = 0; i < symbols.length; i++) {
        present[i] = daily ? barThisDay[symbols[i]] : bars[symbols[i]] != null;
        if (present[i] && random.nextInt(3) > 0) {
          targets[p][i] = random.nextInt(4) == 0 ? 0 : bet * random.nextGaussian();
        }
        gross += Math.abs(targets[p][i]);
      }
      DayReport day =
          UtcDays.endsDay(time)
              ? new DayReport(0.02 * random.nextGaussian(), 1, 0, 0, 0, 0, ++days[p], 0)
              : null;
      return new PodDecision(
          p,
          time,
          targets[p].clone(),
          present,
          new double[0],
          false,
          gross,
          day,
          List.of(),
          List.of());
    }
  }
}
