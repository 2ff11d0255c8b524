package io.podflow.simulation.stage;

import io.podflow.domain.asset.AssetMemory;
import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.ReportDeduplicatorState;
import io.podflow.domain.journal.Event;
import io.podflow.domain.market.BarCloseGateState;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.pod.PodState;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.FeedItem;
import io.podflow.job.state.MarketItem;
import io.podflow.job.state.PodBar;
import io.podflow.job.state.PortfolioInput;
import io.podflow.job.state.StateType;
import io.podflow.job.state.StateTypes;
import io.podflow.job.step.PodSetStep;
import io.podflow.job.step.PortfolioSetStep;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** The domain's steps in the thinnest shells that can lose and restore them. */
public final class StepStages implements Stages {

  private static final StateBytes<BarCloseGateState> MARKET_GATE =
      StateBytes.of(StateType.of(BarCloseGateState.class));
  private static final StateBytes<ReportDeduplicatorState> EXCHANGE_GATE =
      StateBytes.of(StateType.of(ReportDeduplicatorState.class));
  private static final StateBytes<AssetMemory> ASSETS =
      StateBytes.of(StateType.of(AssetMemory.class));
  private static final TypeInformation<PodState> POD_STATE = StateType.of(PodState.class);
  private static final TypeInformation<PortfolioState> PORTFOLIO_STATE =
      StateType.of(PortfolioState.class);

  private static final ClassLoader STRATEGIES = StepStages.class.getClassLoader();

  private final RunScope scope;

  public StepStages(RunScope scope) {
    this.scope = scope;
  }

  @Override
  public int task(int key, int tasks) {
    return key % tasks;
  }

  /** Whether a task has a key. */
  static boolean isOf(Share share, int key) {
    return key % share.tasks() == share.task();
  }

  @Override
  public Stage<FeedItem> marketGate(Emission<MarketItem> out, List<Memory> kept) {
    return new StepBarCloseGate(scope, MARKET_GATE, out, kept);
  }

  @Override
  public Stage<ExchangeReport> exchangeGate(
      Emission<PortfolioInput> out, Consumer<Event> events, List<Memory> kept) {
    return new StepExchangeGate(scope, EXCHANGE_GATE, out, events, kept);
  }

  @Override
  public Stage<MarketItem> router(Emission<PodBar> bars, Aside aside) {
    return new StepRouter(scope, bars, aside);
  }

  @Override
  public Stage<PodBar> assets(
      Emission<AssetUpdate> out, Consumer<Event> late, Share share, List<Memory> kept) {
    return new StepAssets(scope, ASSETS, out, late, share, kept);
  }

  @Override
  public Stage<Told<AssetUpdate>> pods(
      Emission<PodDecision> out, Consumer<Event> late, Share share, List<Memory> kept) {
    PodSetStep step = new PodSetStep(scope);
    step.open(STRATEGIES);
    KeyBytes<AssetUpdate, PodState> bytes =
        new KeyBytes<>(StateBytes.of(StateTypes.ASSET_UPDATE), StateBytes.of(POD_STATE));
    return new StepAlignment<>(step, bytes, AssetUpdate::pod, out, late, share, kept);
  }

  @Override
  public Stage<Told<PortfolioInput>> portfolio(
      Emission<PortfolioDecision> out, Consumer<Event> late, List<Memory> kept) {
    PortfolioSetStep step = new PortfolioSetStep(scope);
    step.open(STRATEGIES);
    KeyBytes<PortfolioInput, PortfolioState> bytes =
        new KeyBytes<>(StateBytes.of(StateTypes.PORTFOLIO_INPUT), StateBytes.of(PORTFOLIO_STATE));
    return new StepAlignment<>(step, bytes, input -> 0, out, late, new Share(0, 1), kept);
  }
}
