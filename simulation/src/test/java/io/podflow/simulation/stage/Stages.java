package io.podflow.simulation.stage;

import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.journal.Event;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.job.state.FeedItem;
import io.podflow.job.state.MarketItem;
import io.podflow.job.state.PodBar;
import io.podflow.job.state.PortfolioInput;
import java.util.List;
import java.util.function.Consumer;

/** Makes the tasks of a job; each begins with what a checkpoint has of its operator, by task. */
public interface Stages {

  /** How far an operator is spread. */
  record Share(int task, int tasks) {}

  /** Which of {@code tasks} tasks has a key. */
  int task(int key, int tasks);

  Stage<FeedItem> marketGate(Emission<MarketItem> out, List<Memory> kept);

  Stage<ExchangeReport> exchangeGate(
      Emission<PortfolioInput> out, Consumer<Event> events, List<Memory> kept);

  Stage<MarketItem> router(Emission<PodBar> bars, Aside aside);

  Stage<PodBar> assets(
      Emission<AssetUpdate> out, Consumer<Event> late, Share share, List<Memory> kept);

  Stage<Told<AssetUpdate>> pods(
      Emission<PodDecision> out, Consumer<Event> late, Share share, List<Memory> kept);

  Stage<Told<PortfolioInput>> portfolio(
      Emission<PortfolioDecision> out, Consumer<Event> late, List<Memory> kept);
}
