package io.podflow.savepoints.frozen.domain.portfolio;

import io.podflow.savepoints.frozen.domain.execution.Trade;
import io.podflow.savepoints.frozen.domain.execution.TradedValues;
import io.podflow.savepoints.frozen.domain.lifecycle.PodLife;
import io.podflow.savepoints.frozen.domain.market.FundingRecords;
import io.podflow.savepoints.frozen.domain.metrics.EqualParts;
import io.podflow.savepoints.frozen.domain.risk.DayCloses;
import io.podflow.savepoints.frozen.domain.risk.RiskState;
import io.podflow.savepoints.frozen.domain.risk.VolatilityState;

/** Frozen: no behaviour, only what old savepoints hold. */
public final class PortfolioState {
  public String[] pods = {};
  public String[] symbols = {};
  public Ledger ledger = new Ledger();
  public Trade[] waiting = {};
  public double[][] targets = {};
  public PodShare[][] shares = {};
  public double[] followed = {};
  public boolean[] seen = {};
  public int[] missed = {};
  public double[] adx = {};
  public boolean[] clipped = {};
  public PodLife[] lives = {};
  public double[] detectorScores = {};
  public long[] trades = {};
  public double[] fractions = {};
  public double[] drawdowns = {};
  public int[] liveDays = {};
  public DailyReturns dailyReturns = new DailyReturns();
  public long lastRebalanceDay = Long.MIN_VALUE;
  public RiskState risk = new RiskState();
  public DayCloses dayCloses = new DayCloses();
  public VolatilityState volatility = new VolatilityState();
  public long idleSince = 0;
  public ExchangeState exchange = new ExchangeState();
  public double riskScale = 1;
  public double peakEquity;
  public boolean[] departed = {};
  public boolean[] released = {};
  public EqualParts equalWeight = new EqualParts();
  public FundingRecords fundingRecords = new FundingRecords();
  public TradedValues tradedValues = new TradedValues();
  public boolean[] spent = {};
  public boolean rebalanceDue;
  public boolean ruined;
  public long lastClose = Long.MIN_VALUE;
}
