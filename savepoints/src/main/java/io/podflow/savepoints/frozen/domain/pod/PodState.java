package io.podflow.savepoints.frozen.domain.pod;

import io.podflow.savepoints.frozen.domain.market.FundingRecords;
import io.podflow.savepoints.frozen.domain.market.JumpWatch;
import io.podflow.savepoints.frozen.domain.metrics.Performance;
import io.podflow.savepoints.frozen.domain.metrics.ReturnWindow;
import io.podflow.savepoints.frozen.domain.protection.HeldPosition;
import io.podflow.savepoints.frozen.domain.selection.AssetMachine;

/** Frozen: no behaviour, only what old savepoints hold. */
public final class PodState {
  public String[] symbols = {};
  public AssetMachine[] machines = {};
  public int rampSteps;
  public ReturnWindow[] returns = {};
  public boolean[] halted = {};
  public boolean[] constant = {};
  public int[] missed = {};
  public double[] targets = {};
  public TargetFactors[] factors = {};
  public double[] weights = {};
  public boolean[] allocated = {};
  public double turnover;
  public double[] fundingDue = {};
  public FundingRecords fundingRecords = new FundingRecords();
  public double dayFunding;
  public long closes;
  public double dayValue = 1;
  public Performance performance = new Performance();
  public boolean ruined;
  public HeldPosition[] held = {};
  public JumpWatch[] jumps = {};
}
