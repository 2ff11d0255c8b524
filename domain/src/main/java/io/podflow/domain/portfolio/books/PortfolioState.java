package io.podflow.domain.portfolio.books;

import io.podflow.domain.execution.Execution;
import io.podflow.domain.execution.Trade;
import io.podflow.domain.execution.TradedValues;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.lifecycle.PodLife;
import io.podflow.domain.market.FundingRecords;
import io.podflow.domain.metrics.EqualParts;
import io.podflow.domain.risk.DayCloses;
import io.podflow.domain.risk.RiskState;
import io.podflow.domain.risk.VolatilityState;
import io.podflow.domain.settings.LifecycleState;
import io.podflow.domain.settings.PodSettings;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Everything the portfolio remembers between closes. Pods are in the order of the configuration,
 * symbols are indexes into the universe; the names of both are kept with the numbers, because
 * numbers of another layout would be silently wrong.
 *
 * <p>Kept in keyed state as it stands, therefore public fields; only the classes of this package
 * change them.
 */
public final class PortfolioState {

  /**
   * From this number of pods on, the correlation of symbols is not asked for (docs/decisions.md,
   * "Risk and defence").
   */
  private static final int ENOUGH_PODS = 3;

  /** The last close of a portfolio that had none. */
  public static final long NEVER = Long.MIN_VALUE;

  /** {@link #idleSince} while next to no capital lies idle; so reads state of before. */
  public static final long NOT_IDLE = 0;

  public String[] pods = {};
  public String[] symbols = {};

  public Ledger ledger = new Ledger();

  /** By symbol: what waits for its next open, or null. */
  public @Nullable Trade[] waiting = {};

  /** What each pod wants, by pod, then symbol: signed shares of the pod's capital. */
  public double[][] targets = {};

  /** Why each pod's share is what it is, by pod, then symbol. */
  public PodShare[][] shares = {};

  /** By symbol: the last target told, without what is kept: a signed share of equity. */
  public double[] followed = {};

  /** By symbol: whether it ever had a bar. */
  public boolean[] seen = {};

  /** By symbol: closes in a row without a bar. */
  public int[] missed = {};

  /** By symbol: how much it trends, 0 to 100; NaN where unknown. */
  public double[] adx = {};

  /** By symbol: whether shorts were cut back at the last close. */
  public boolean[] clipped = {};

  /** By pod: what its lifecycle remembers. */
  public PodLife[] lives = {};

  /** By pod: score of the change detector on the last day; NaN before the first. */
  public double[] detectorScores = {};

  /** By pod: fills and crosses it has had. */
  public long[] trades = {};

  /** By pod: share of equity set by its last rebalance. */
  public double[] fractions = {};

  /** By pod: current drawdown of its own account, positive fraction. */
  public double[] drawdowns = {};

  /** By pod: daily returns so far. */
  public int[] liveDays = {};

  public DailyReturns dailyReturns = new DailyReturns();

  /** Epoch day; {@link Long#MIN_VALUE} before the first. */
  public long lastRebalanceDay = Long.MIN_VALUE;

  /** What the limits on the portfolio's risk remember. */
  public RiskState risk = new RiskState();

  /** Closes of the last UTC days, for the correlation of symbols. */
  public DayCloses dayCloses = new DayCloses();

  /** Closes of UTC days, and what the cap on volatility makes of them. */
  public VolatilityState volatility = new VolatilityState();

  /** Epoch day since when capital lies idle, or {@link #NOT_IDLE}. */
  public long idleSince = NOT_IDLE;

  /** What is known of the exchange side; unused where podflow fills its orders itself. */
  public ExchangeState exchange = new ExchangeState();

  /** Factor of the risk layer on the targets of the last close. */
  public double riskScale = 1;

  /** Highest equity so far, quote currency. */
  public double peakEquity;

  /** By pod: whether it is no longer configured. */
  public boolean[] departed = {};

  /** By pod that has departed: whether all it held is gone and its capital is reserve. */
  public boolean[] released = {};

  /** All symbols in equal parts, to compare with. */
  public EqualParts equalWeight = new EqualParts();

  /** Rates of funding that came as records; null in state from before there were any. */
  public FundingRecords fundingRecords = new FundingRecords();

  /** What was traded of each symbol on the last days. */
  public TradedValues tradedValues = new TradedValues();

  /** By pod: whether it has lost all its capital, as was told. */
  public boolean[] spent = {};

  /** Whether the configuration has changed since the last rebalance. */
  public boolean rebalanceDue;

  /** Whether the portfolio was ever ruined; nothing is traded from then on but to close. */
  public boolean ruined;

  /** Epoch milliseconds UTC; {@link #NEVER} before the first. */
  public long lastClose = NEVER;

  /** For deserialisation only. */
  public PortfolioState() {}

  /** The start of a run: every pod has its initial fraction of {@code initialCapital} in cash. */
  public PortfolioState(PortfolioLayout layout, PodLife[] lives, double initialCapital) {
    int podCount = layout.podCount();
    int symbolCount = layout.universe().size();
    pods = podIds(layout);
    symbols = symbolNames(layout);
    ledger = new Ledger(podCount, symbolCount, initialCapital);
    waiting = new Trade[symbolCount];
    targets = new double[podCount][symbolCount];
    shares = Grown.shares(shares, podCount, symbolCount);
    followed = new double[symbolCount];
    seen = new boolean[symbolCount];
    missed = new int[symbolCount];
    clipped = new boolean[symbolCount];
    adx = new double[symbolCount];
    Arrays.fill(adx, Double.NaN);
    drawdowns = new double[podCount];
    this.lives = lives;
    detectorScores = new double[podCount];
    Arrays.fill(detectorScores, Double.NaN);
    trades = new long[podCount];
    fractions = new double[podCount];
    liveDays = new int[podCount];
    departed = new boolean[podCount];
    released = new boolean[podCount];
    spent = new boolean[podCount];
    dailyReturns = new DailyReturns(podCount, layout.settings().correlationLookback());
    risk = new RiskState(initialCapital);
    exchange = new ExchangeState(symbolCount);
    dayCloses = new DayCloses(symbolCount, closesNeeded(layout));
    volatility = new VolatilityState(symbolCount);
    peakEquity = initialCapital;
    equalWeight = new EqualParts(initialCapital, symbolCount);
    tradedValues = new TradedValues(symbolCount, layout.settings().slippage().days());
    for (int p = 0; p < podCount; p++) {
      PodSettings pod = layout.pod(p);
      fractions[p] = pod.initialState().isActive() ? pod.initialFraction() : 0.0;
      ledger.setCapital(p, fractions[p] * initialCapital);
    }
  }

  /**
   * Makes room for pods and symbols that are new; they come last.
   *
   * @param begun gives the life of a new pod by its number
   */
  public void grow(PortfolioLayout layout, IntFunction<PodLife> begun) {
    int podCount = layout.podCount();
    int symbolCount = layout.universe().size();
    ledger.grow(podCount, symbolCount);
    lives = Arrays.copyOf(lives, podCount);
    detectorScores = Arrays.copyOf(detectorScores, podCount);
    for (int p = pods.length; p < podCount; p++) {
      lives[p] = begun.apply(p);
      detectorScores[p] = Double.NaN;
    }
    targets = Grown.rows(targets, podCount, symbolCount);
    shares = Grown.shares(shares, podCount, symbolCount);
    followed = Arrays.copyOf(followed, symbolCount);
    trades = Arrays.copyOf(trades, podCount);
    fractions = Arrays.copyOf(fractions, podCount);
    drawdowns = Arrays.copyOf(drawdowns, podCount);
    liveDays = Arrays.copyOf(liveDays, podCount);
    departed = Arrays.copyOf(departed, podCount);
    released = Arrays.copyOf(released, podCount);
    spent = Arrays.copyOf(spent, podCount);
    dailyReturns.grow(podCount);
    seen = Arrays.copyOf(seen, symbolCount);
    missed = Arrays.copyOf(missed, symbolCount);
    adx = Grown.withNaN(adx, symbolCount);
    clipped = Arrays.copyOf(clipped, symbolCount);
    waiting = Grown.trades(waiting, podCount, symbolCount);
    exchange.grow(podCount, symbolCount);
    dayCloses.grow(symbolCount, closesNeeded(layout));
    equalWeight.grow(symbolCount);
    volatility.grow(symbolCount);
    pods = podIds(layout);
    symbols = symbolNames(layout);
  }

  /**
   * State from before pods could depart, before their earnings were kept or their lost capital was
   * told, and before the days' closes, causes, or rates of funding were kept.
   */
  public void complete() {
    ledger.complete();
    fundingRecords = FundingRecords.orNone(fundingRecords);
    if (spent.length < pods.length) {
      spent = Arrays.copyOf(spent, pods.length);
    }
    if (shares.length < pods.length) {
      shares = Grown.shares(shares, pods.length, symbols.length);
      followed = Arrays.copyOf(followed, symbols.length);
    }
    if (departed.length < pods.length) {
      departed = Arrays.copyOf(departed, pods.length);
      released = Arrays.copyOf(released, pods.length);
    }
    if (volatility == null || volatility.isMissing()) {
      volatility = VolatilityState.beginningLate(symbols.length);
    }
  }

  private static String[] podIds(PortfolioLayout layout) {
    return layout.podIds().toArray(String[]::new);
  }

  private static String[] symbolNames(PortfolioLayout layout) {
    return layout.universe().symbols().toArray(String[]::new);
  }

  /**
   * Days of closes that the correlation of symbols looks back on; 0 where enough pods give a
   * correlation of their own.
   */
  public static int closesNeeded(PortfolioLayout layout) {
    return layout.settings().pods().size() < ENOUGH_PODS
        // One close more than returns between closes.
        ? layout.settings().correlationLookback() + 1
        : 0;
  }

  /** Where each pod stands in its life. */
  public LifecycleState[] lifecycle() {
    LifecycleState[] states = new LifecycleState[lives.length];
    Arrays.setAll(states, p -> lives[p].state);
    return states;
  }

  /** Whether the pod may hold capital. */
  public boolean isActive(int pod) {
    return lives[pod].state.isActive();
  }

  /** Whether the pod has departed and nothing is left of it. */
  public boolean isGone(int pod) {
    return departed[pod] && released[pod];
  }

  /** Books an execution in the ledger and counts it for the pods that it moves. */
  public void book(Execution execution) {
    ledger.book(execution);
    for (int p = 0; p < trades.length; p++) {
      trades[p] += execution.trade().changes()[p] != 0 ? 1 : 0;
    }
  }

  /** The same of a pod whose capital is known. */
  public double tradingShare(int pod, double capital, double equity) {
    return isActive(pod) && !ruined && equity > 0 ? Math.max(0.0, capital / equity) : 0.0;
  }

  /** The pod's part of {@code equity}, at least 0; 0 when there is nothing to share. */
  public double shareOfEquity(int pod, double equity) {
    return ruined || !(equity > 0) ? 0.0 : Math.max(0.0, ledger.capital(pod) / equity);
  }

  /** The part of {@code equity} that the pod's targets are of: nothing once RETIRED (FP8). */
  public double tradingShare(int pod, double equity) {
    return isActive(pod) ? shareOfEquity(pod, equity) : 0.0;
  }
}
