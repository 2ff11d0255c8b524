package io.podflow.domain.portfolio;

import io.podflow.api.Bar;
import io.podflow.domain.execution.CostModel;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.FundingRates;
import io.podflow.domain.execution.PositionSnapshot;
import io.podflow.domain.execution.Trade;
import io.podflow.domain.execution.TradeRows;
import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.FundingRate;
import io.podflow.domain.market.FundingRecords;
import io.podflow.domain.market.UtcDays;
import io.podflow.domain.netting.LeverageLimit;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.books.Books;
import io.podflow.domain.portfolio.books.DecisionBuilder;
import io.podflow.domain.portfolio.books.FundingPayments;
import io.podflow.domain.portfolio.books.Marks;
import io.podflow.domain.portfolio.books.OrphanPositions;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.portfolio.broker.Broker;
import io.podflow.domain.portfolio.broker.Reconciliation;
import io.podflow.domain.portfolio.day.DayEnd;
import io.podflow.domain.portfolio.day.EqualWeightBenchmark;
import io.podflow.domain.portfolio.day.IdleCapital;
import io.podflow.domain.portfolio.day.PodLifecycles;
import io.podflow.domain.portfolio.day.Rebalancing;
import io.podflow.domain.portfolio.day.SpentPods;
import io.podflow.domain.portfolio.day.TrendStrength;
import io.podflow.domain.portfolio.limits.RiskControl;
import io.podflow.domain.portfolio.limits.VolatilityControl;
import io.podflow.domain.portfolio.orders.ClippedShorts;
import io.podflow.domain.portfolio.orders.ForcedChanges;
import io.podflow.domain.portfolio.orders.ForcedCrosses;
import io.podflow.domain.portfolio.orders.LimitBreach;
import io.podflow.domain.portfolio.orders.Liquidation;
import io.podflow.domain.portfolio.orders.NettedTargets;
import io.podflow.domain.portfolio.orders.OrderSizer;
import io.podflow.domain.portfolio.orders.StaleSymbols;
import io.podflow.domain.portfolio.orders.StandingTargets;
import io.podflow.domain.portfolio.orders.UnfinishedTrades;
import io.podflow.domain.settings.JournalSettings;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The portfolio at one close (requirement L7): the pods' decisions and the bars of this close
 * become fills, capital, orders and books, in the order of decision FP3. A pure step over {@link
 * PortfolioState}; what it sees is this close and what it remembers.
 */
public final class PortfolioStep {

  private final PortfolioLayout layout;
  private final double initialCapital;
  private final JournalSettings told;
  private final LeverageLimit leverageLimit;
  private final TradeRows tradeRows;
  private final Broker broker;
  private final Marks marks;
  private final EqualWeightBenchmark benchmark;
  private final FundingPayments fundingPayments;
  private final StandingTargets standingTargets;
  private final TrendStrength trendStrength;
  private final StaleSymbols staleSymbols;
  private final PodLifecycles podLifecycles;
  private final Liquidation liquidation;
  private final RiskControl riskControl;
  private final VolatilityControl volatilityControl;
  private final IdleCapital idleCapital;
  private final Rebalancing rebalancing;
  private final OrderSizer orderSizer;
  private final Reconciliation reconciliation;
  private final OrphanPositions orphans;
  private final LayoutMigration migration;
  private final UnfinishedTrades unfinishedTrades;
  private final ForcedChanges forcedChanges;
  private final ForcedCrosses forcedCrosses;
  private final LimitBreach limitBreach;

  /**
   * @param initialCapital quote currency
   * @param funding what perpetual positions pay
   * @param mode what becomes of the orders
   */
  public PortfolioStep(
      PortfolioLayout layout, double initialCapital, FundingRates funding, TradingMode mode) {
    this(layout, initialCapital, funding, mode, JournalSettings.DEFAULT);
  }

  /**
   * @param initialCapital quote currency
   * @param funding what perpetual positions pay
   * @param mode what becomes of the orders
   * @param told what is written down
   */
  public PortfolioStep(
      PortfolioLayout layout,
      double initialCapital,
      FundingRates funding,
      TradingMode mode,
      JournalSettings told) {
    CostModel costs = CostModel.of(layout.settings());
    this.layout = layout;
    this.initialCapital = initialCapital;
    this.told = told;
    this.leverageLimit = new LeverageLimit(layout.settings().maxGrossLeverage());
    this.tradeRows = new TradeRows(layout);
    this.broker = Broker.of(mode, layout, costs);
    this.marks = new Marks(layout);
    this.benchmark = new EqualWeightBenchmark(layout);
    this.fundingPayments = new FundingPayments(funding);
    this.standingTargets = new StandingTargets(layout);
    this.trendStrength = new TrendStrength(layout);
    this.staleSymbols = new StaleSymbols(layout, broker);
    this.podLifecycles = new PodLifecycles(layout);
    this.liquidation = new Liquidation(layout.settings(), broker, mode);
    this.riskControl = new RiskControl(layout);
    this.volatilityControl = new VolatilityControl(layout);
    this.idleCapital = new IdleCapital(layout);
    this.rebalancing = new Rebalancing(layout);
    this.orphans = new OrphanPositions(layout);
    this.migration = new LayoutMigration(layout, podLifecycles, orphans);
    this.forcedChanges = new ForcedChanges(layout, orphans);
    this.forcedCrosses = new ForcedCrosses(forcedChanges, layout.settings().staleAfterBars());
    this.limitBreach =
        LimitBreach.of(
            layout.settings().maxGrossLeverage(), layout.settings().maxPortfolioVolatility());
    this.orderSizer = new OrderSizer(layout, orphans, forcedChanges, broker, told.unsent());
    this.reconciliation = new Reconciliation(layout.settings().live(), initialCapital);
    this.unfinishedTrades = new UnfinishedTrades(layout, broker, staleSymbols, orderSizer, orphans);
  }

  /** Every pod with its initial fraction in cash (0 when RETIRED), the rest in reserve. */
  public PortfolioState initialState() {
    return new PortfolioState(layout, podLifecycles.begin(layout), initialCapital);
  }

  /** Takes a rate of funding that is due at a close to come. */
  public static void take(PortfolioState state, FundingRate rate) {
    state.fundingRecords = FundingRecords.orNone(state.fundingRecords);
    state.fundingRecords.add(rate);
  }

  /**
   * One close.
   *
   * @param closeTime epoch milliseconds UTC, later than the last one
   * @param bars by universe index: the bar of the symbol's finest timeframe that closes now
   * @param pods by pod index: null when the pod has no close now
   * @param reports of the exchange side that hold up to this close, in its order; empty on paper
   */
  public PortfolioDecision onClose(
      PortfolioState state,
      long closeTime,
      @Nullable Bar[] bars,
      @Nullable PodDecision[] pods,
      List<ExchangeReport> reports) {
    DecisionBuilder builder = begin(state, closeTime, bars);
    long previousClose = state.lastClose;
    state.lastClose = closeTime;
    WrittenRows.tell(told.decisions(), previousClose, builder);
    broker.settle(state, bars, reports, builder);
    marks.update(state, bars, builder);
    state.tradedValues.add(bars);
    benchmark.update(state, closeTime, bars);
    fundingPayments.book(state, previousClose, builder);
    reconcile(state, reports, builder);
    liquidation.atClose(state, builder);
    standingTargets.take(state, pods);
    forcedChanges.take(state, pods);
    trendStrength.take(state, pods);
    if (!state.ruined) {
      staleSymbols.close(state, builder);
    }
    riskControl.observe(state, closeTime);
    volatilityControl.observe(state, closeTime, bars);
    boolean endsDay = UtcDays.endsDay(closeTime);
    boolean retired = endsDay && endLives(state, pods, builder);
    if (!state.ruined) {
      forcedCrosses.cross(state, builder);
    }
    orphans.release(state, builder);
    if (endsDay) {
      rebalancing.runIfDue(state, retired, builder);
      orphans.remind(state, builder);
      idleCapital.endDay(state, builder);
      DayEnd.writePods(state, pods, builder);
    }
    if (!state.ruined) {
      decideTrades(state, bars, standingTargets.present(bars, pods), builder);
    }
    SpentPods.note(state, builder);
    Books.write(state, orphans, builder);
    return builder.decision();
  }

  private boolean endLives(
      PortfolioState state, @Nullable PodDecision[] pods, DecisionBuilder builder) {
    DayEnd.record(state, pods);
    return podLifecycles.endDay(state, pods, builder);
  }

  /**
   * A close before the first day that is traded: its prices are kept, nothing is decided.
   *
   * @param bars by universe index: the bar of the symbol's finest timeframe that closes now
   */
  public void warmUp(PortfolioState state, long closeTime, @Nullable Bar[] bars) {
    state.complete();
    volatilityControl.observe(state, closeTime, bars);
  }

  /**
   * A reconciliation between two closes (decision EX1): what the exchange side has reported is
   * booked, the books are compared, and what is unfinished goes on. Nothing that belongs to a close
   * or to the end of a day happens, and when nothing has happened nothing is written.
   *
   * @param time epoch milliseconds UTC, later than the last close and no close itself
   * @param reports of the exchange side that hold up to this time, in its order
   */
  public PortfolioDecision onTick(PortfolioState state, long time, List<ExchangeReport> reports) {
    @Nullable Bar[] none = new Bar[layout.universe().size()];
    DecisionBuilder builder = begin(state, time, none);
    broker.settle(state, none, reports, builder);
    reconcile(state, reports, builder);
    if (state.ruined) {
      liquidation.atTick(state, builder);
    } else {
      unfinishedTrades.decide(state, builder);
    }
    if (!builder.isBlank()) {
      Books.writeTick(state, builder);
    }
    return builder.decision();
  }

  private DecisionBuilder begin(PortfolioState state, long time, @Nullable Bar[] bars) {
    state.complete();
    DecisionBuilder builder = new DecisionBuilder(time, tradeRows, bars);
    migration.apply(state, builder);
    // State from before traded values were kept has none of any symbol.
    state.tradedValues.grow(state.symbols.length, layout.settings().slippage().days());
    return builder;
  }

  /** The last snapshot counts: the ones before it are older than what has been booked. */
  private void reconcile(
      PortfolioState state, List<ExchangeReport> reports, DecisionBuilder builder) {
    state.exchange.fundingPaid += builder.funding();
    for (int i = reports.size() - 1; i >= 0; i--) {
      PositionSnapshot snapshot = reports.get(i).snapshot();
      if (snapshot != null) {
        reconciliation.check(state, snapshot, builder);
        return;
      }
    }
  }

  private void decideTrades(
      PortfolioState state, @Nullable Bar[] bars, boolean[] present, DecisionBuilder builder) {
    int staleAfter = layout.settings().staleAfterBars();
    NettedTargets netted =
        NettedTargets.of(state, orphans, staleAfter, leverageLimit, layout.settings().market());
    ClippedShorts.note(state, netted.clipped(), builder);
    double riskScale = riskControl.scale(state, rebalancing.podCapitals(state), netted, builder);
    NettedTargets targets = volatilityControl.cap(state, netted.scaled(riskScale), builder);
    if (targets.riskScale() == 0) {
      forcedChanges.takeAll(state);
    }
    boolean limitBroken = isLimitBroken(state, targets.equity());
    for (int s = 0; s < present.length; s++) {
      if (state.seen[s] && state.missed[s] < staleAfter) {
        decideTrade(
            state,
            s,
            targets,
            new OrderSizer.Occasion(present[s], bars[s] != null, limitBroken),
            builder);
      }
    }
  }

  private boolean isLimitBroken(PortfolioState state, double equity) {
    double[] held = new double[state.symbols.length];
    Arrays.setAll(held, state.ledger::quantity);
    return limitBreach.isBroken(
        LimitBreach.gross(held, state.ledger.marks, equity),
        volatilityControl.ofHeld(state, held, equity));
  }

  private void decideTrade(
      PortfolioState state,
      int s,
      NettedTargets targets,
      OrderSizer.Occasion occasion,
      DecisionBuilder builder) {
    Trade open = state.waiting[s];
    if (open != null && occasion.bar()) {
      broker.chase(state, open, builder);
    } else if (open == null && occasion.bar()) {
      state.exchange.finish(s);
    }
    boolean untouched = open == null && !occasion.bar();
    if (!untouched || broker.isClosed(state, s)) {
      orderSizer.decide(state, s, targets, occasion, false, builder);
    }
  }

  /** The end of the input: orders that still wait become EXPIRED (decision FP13). */
  public PortfolioDecision onEnd(PortfolioState state) {
    DecisionBuilder builder = new DecisionBuilder(state.lastClose, tradeRows, new Bar[0]);
    for (int s = 0; s < state.waiting.length; s++) {
      Trade trade = state.waiting[s];
      if (trade != null) {
        state.waiting[s] = null;
        builder.expired(trade, state.symbols[s], DecisionBuilder.NO_OPEN);
      }
    }
    return builder.decision();
  }
}
