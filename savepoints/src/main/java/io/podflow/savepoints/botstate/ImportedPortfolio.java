package io.podflow.savepoints.botstate;

import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.UtcDays;
import io.podflow.domain.portfolio.PortfolioStep;
import io.podflow.domain.portfolio.books.DailyReturns;
import io.podflow.domain.portfolio.books.Ledger;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.domain.position.Quantity;
import io.podflow.domain.risk.RiskState;
import io.podflow.domain.risk.VolatilityState;
import io.podflow.job.engine.RunScope;
import java.util.Arrays;
import java.util.Map;

/** The portfolio: sub-ledgers and ledger, lives, fractions, risk. */
final class ImportedPortfolio {

  private final BotStateDb db;
  private final Mapping mapping;
  private final PortfolioLayout layout;
  private final Prices prices;
  private final long time;
  private final PortfolioState books;
  private final double[] capital;
  private final double[][] returns;

  ImportedPortfolio(BotStateDb db, RunScope scope, Prices prices, long time) {
    this.db = db;
    this.mapping = db.mapping();
    this.layout = scope.layout();
    this.prices = prices;
    this.time = time;
    this.books =
        new PortfolioStep(layout, scope.capital(), scope.funding(), scope.mode()).initialState();
    this.capital = new double[books.pods.length];
    this.returns = new double[books.pods.length][0];
    books.ledger = new Ledger(books.pods.length, books.symbols.length, 0);
    for (int s = 0; s < books.symbols.length; s++) {
      boolean known = prices.has(books.symbols[s]);
      books.seen[s] = known;
      books.ledger.marks[s] = known ? prices.of(books.symbols[s]) : 0;
    }
    books.volatility = VolatilityState.beginningLate(books.symbols.length);
    Arrays.fill(books.fractions, 0);
  }

  /** A pod's share of everything. */
  void pod(int p, Field pod) throws BotStateException {
    String id = books.pods[p];
    returns[p] = BotReturns.last(db.field(BotStateDb.RETURNS).of(id));
    Field performance = pod.at("performance");
    int liveDays =
        Math.max(performance.at("live_days").count(returns[p].length), returns[p].length);
    Field life = db.field(BotStateDb.STATE).at("lifecycle").of(id);
    ImportedLife.fill(books.lives[p], pod, life, returns[p], liveDays, UtcDays.dayOf(time));
    books.detectorScores[p] =
        books.lives[p].state.isActive() ? books.lives[p].detector.score() : Double.NaN;
    books.liveDays[p] = liveDays;
    books.drawdowns[p] = performance.at("current_drawdown").number(0);
    books.trades[p] = performance.at("trade_count").count(0);
    double fraction = pod.at("capital_fraction").number(0);
    books.fractions[p] = books.lives[p].state.isActive() ? fraction : 0;
    for (int s = 0; s < books.symbols.length; s++) {
      if (layout.trades(p, s)) {
        books.targets[p][s] = pod.at("target_weights").of(books.symbols[s]).number(0);
      }
    }
    positions(p, pod);
  }

  private void positions(int p, Field pod) throws BotStateException {
    double pnl = 0;
    for (Map.Entry<String, Field> each : pod.at("positions").each().entrySet()) {
      Field position = each.getValue();
      double quantity = Quantity.orZero(position.at("quantity").number(0));
      double entry = position.at("avg_entry_price").number(0);
      pnl += position.at("realized_pnl").derived("part of the pod's capital").number(0);
      for (String unused :
          new String[] {"notional_usd", "unrealized_pnl", "target_weight", "global_weight"}) {
        position.at(unused).notPlaced("follows from quantity, price and target");
      }
      if (quantity != 0) {
        int s = place(position, each.getKey());
        books.ledger.quantities[p][s] = quantity;
        pnl += quantity * (books.ledger.marks[s] - entry);
      }
    }
    double base =
        pod.at("base_equity")
            .derived("capital of the pod: base_equity and profit at the last closes")
            .number(Double.NaN);
    double previous =
        pod.at("prev_equity").derived("capital of the pod, where base_equity is missing").number(0);
    capital[p] = Double.isNaN(base) ? previous : base + pnl;
  }

  private int place(Field position, String symbol) throws BotStateException {
    if (!layout.universe().contains(symbol) || !prices.has(symbol)) {
      throw new BotStateException(
          position.shown()
              + " is held, and "
              + (prices.has(symbol)
                  ? "no pod of the configuration trades " + symbol
                  : "there is no price of it in last_close_prices")
              + " (expected: a pod that trades it; once the job runs, podflow live apply takes it out)");
    }
    return layout.universe().indexOf(symbol);
  }

  /** A pod that is not configured may go only if it leaves nothing behind. */
  void refuseStrangers(Field pods) throws BotStateException {
    for (Map.Entry<String, Field> pod : pods.each().entrySet()) {
      if (Arrays.asList(books.pods).contains(pod.getKey())) {
        continue;
      }
      for (Map.Entry<String, Field> each : pod.getValue().at("positions").each().entrySet()) {
        if (Quantity.orZero(each.getValue().at("quantity").number(0)) != 0) {
          throw new BotStateException(
              pod.getValue().shown()
                  + " holds "
                  + each.getKey()
                  + " and is not configured (expected: a configuration that has it; once the job"
                  + " runs, podflow live apply takes it out)");
        }
      }
      mapping.lost(pod.getValue().shown() + " is not configured and holds nothing; it is left out");
    }
  }

  PortfolioState finish() throws BotStateException {
    new ImportedLedger(db, books, capital).settle();
    dailyReturns();
    Field orchestrator = db.field(BotStateDb.STATE).at("orchestrator");
    Long rebalanced = Times.millis(orchestrator.at("last_rebalance_ts").text());
    books.lastRebalanceDay = rebalanced == null ? Long.MIN_VALUE : UtcDays.dayOf(rebalanced);
    books.lastClose = time;
    risk(orchestrator);
    closes(orchestrator.at("close_price_history"));
    orchestrator.at("last_pod_targets").notPlaced("follows from target_weights and fractions");
    orchestrator
        .at("initial_capital")
        .notPlaced("capital is what the ledger has; backtest.capital measures profit from there");
    orchestrator.at("risk_defense_cooldown_remaining").notPlaced("defence goes by the calendar");
    return books;
  }

  private void dailyReturns() {
    int longest = Arrays.stream(returns).mapToInt(each -> each.length).max().orElse(0);
    DailyReturns days = books.dailyReturns;
    if (longest == 0) {
      mapping.lost(BotStateDb.RETURNS + ": no returns; capital is shared as on a first day");
    }
    for (int d = 0; d < longest; d++) {
      double[] day = new double[returns.length];
      for (int p = 0; p < day.length; p++) {
        int at = d - longest + returns[p].length;
        day[p] = at < 0 ? Double.NaN : returns[p][at];
      }
      days.add(day);
    }
  }

  private void risk(Field orchestrator) {
    double equity = books.ledger.equity();
    Field rm = db.field(BotStateDb.RISK);
    double peak =
        Math.max(
            db.field(BotStateDb.POSITIONS).at("peak_equity").number(0),
            rm.at("peak_equity").number(0));
    boolean breached =
        orchestrator.at("risk_breached").derived("defence on the last day").flag(false)
            | rm.at("circuit_breaker_triggered").derived("defence on the last day").flag(false);
    int step = orchestrator.at("risk_recovery_step").derived("days since the defence").count(0);
    long day = UtcDays.dayOf(time);
    RiskState risk = books.risk;
    risk.day = day;
    risk.equity = equity;
    risk.dayBase = equity;
    risk.holding = !books.ledger.isFlat();
    risk.exposed = risk.holding;
    risk.dayEnded = UtcDays.endsDay(time);
    risk.defenceDay = breached ? day : step > 0 ? day - step : RiskState.NEVER;
    risk.peak = risk.defenceDay == RiskState.NEVER ? Math.max(peak, equity) : equity;
    books.peakEquity = Math.max(peak, equity);
    int steps = layout.settings().riskRecoverySteps();
    books.riskScale = breached ? 0 : step > 0 ? Math.min(1, (double) step / steps) : 1;
  }

  private void closes(Field history) {
    history.derived("correlation of symbols, where fewer than three pods ask for it");
    if (books.dayCloses.capacity == 0) {
      history.notPlaced("with three pods or more nobody asks for the correlation of symbols");
      return;
    }
    for (int s = 0; s < books.symbols.length; s++) {
      double[] closes = history.of(books.symbols[s]).numbers();
      int kept = Math.min(closes.length, books.dayCloses.capacity);
      books.dayCloses.bySymbol[s] = Arrays.copyOfRange(closes, closes.length - kept, closes.length);
    }
  }
}
