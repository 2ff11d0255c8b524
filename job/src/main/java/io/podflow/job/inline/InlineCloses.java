package io.podflow.job.inline;

import io.podflow.domain.asset.AssetMemory;
import io.podflow.domain.asset.AssetStep;
import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.journal.ModelRow;
import io.podflow.domain.market.Bar;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.PortfolioDecision;
import io.podflow.job.engine.RunScope;
import io.podflow.job.engine.RunWriter;
import io.podflow.job.state.PortfolioInput;
import io.podflow.job.state.RunRecord;
import io.podflow.job.step.AssetSteps;
import io.podflow.job.step.LastModels;
import io.podflow.job.step.PodSetStep;
import io.podflow.job.step.PortfolioSetStep;
import io.podflow.job.step.Routes;
import io.podflow.job.step.StepFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brings bars of one close together and works through the closes in order, ticks included. */
final class InlineCloses {

  private static final long NONE = Long.MAX_VALUE;
  private static final int PORTFOLIO = 0;

  private final RunScope scope;
  private final RunWriter writer;
  private final Routes routes;
  private final AssetStep[] assetSteps;
  private final Map<Integer, AssetMemory> assets = new HashMap<>();
  private final List<InlineKey<AssetUpdate, ?, PodDecision>> pods = new ArrayList<>();
  private final InlineKey<PortfolioInput, ?, PortfolioDecision> portfolio;
  private long collecting = Long.MIN_VALUE;

  InlineCloses(RunScope scope, ClassLoader strategies, RunWriter writer) {
    this.scope = scope;
    this.writer = writer;
    this.routes = new Routes(scope.roster());
    this.assetSteps = AssetSteps.of(scope.roster(), strategies);
    PodSetStep podStep = new PodSetStep(scope);
    podStep.open(strategies);
    for (int pod = 0; pod < scope.roster().podCount(); pod++) {
      pods.add(new InlineKey<>(podStep, pod));
    }
    PortfolioSetStep portfolioStep = new PortfolioSetStep(scope);
    portfolioStep.open(strategies);
    this.portfolio = new InlineKey<>(portfolioStep, PORTFOLIO);
  }

  /** Takes the next bar; bars come in order of their close. */
  void take(Bar bar) throws IOException {
    if (bar.closeTime() < collecting) {
      throw new IllegalStateException(
          "bar of " + bar.closeTime() + " after " + collecting + " in an ordered feed");
    }
    if (bar.closeTime() > collecting) {
      runUpTo(bar.closeTime() - 1);
      collecting = bar.closeTime();
    }
    for (Routes.Seat seat : routes.of(bar)) {
      pods.get(seat.pod()).add(update(seat, bar));
    }
    if (bar.timeframe() == scope.roster().finestTimeframe(bar.symbol())
        && scope.isForPortfolio(bar.closeTime())) {
      portfolio.add(PortfolioInput.of(bar));
    }
  }

  private AssetUpdate update(Routes.Seat seat, Bar bar) {
    AssetStep step = assetSteps[seat.pod()];
    AssetMemory memory = assets.computeIfAbsent(seat.asset(), asset -> step.initialState());
    try {
      return scope.window().warmsUp(bar.closeTime())
          ? step.warmUp(memory, seat.pod(), seat.position(), bar)
          : step.onBar(memory, seat.pod(), seat.position(), bar);
    } catch (RuntimeException | Error e) {
      throw StepFailure.ofStrategy(scope.roster(), seat.pod(), bar, e);
    }
  }

  /** Finishes what is left of the clock after the last bar. */
  void end() throws IOException {
    runUpTo(NONE - 1);
    PortfolioDecision last = portfolio.end();
    if (last != null) {
      writer.write(RunRecord.of(last));
    }
    for (Routes.Seat seat : routes.seats()) {
      writeModel(seat);
    }
  }

  private void writeModel(Routes.Seat seat) throws IOException {
    AssetMemory memory = assets.get(seat.asset());
    if (memory != null) {
      List<ModelRow> weights =
          LastModels.of(scope, assetSteps[seat.pod()], memory, seat.pod(), seat.position());
      writer.write(RunRecord.of(new RunRecord.Model(weights)));
    }
  }

  private void runUpTo(long limit) throws IOException {
    for (long next = nextClose(); next <= limit; next = nextClose()) {
      runClose(next);
    }
  }

  private long nextClose() {
    long next = portfolio.nextClose();
    for (InlineKey<AssetUpdate, ?, PodDecision> pod : pods) {
      next = Math.min(next, pod.nextClose());
    }
    return next;
  }

  private void runClose(long closeTime) throws IOException {
    for (InlineKey<AssetUpdate, ?, PodDecision> pod : pods) {
      PodDecision decision = pod.nextClose() == closeTime ? pod.close(closeTime) : null;
      if (decision != null) {
        writer.write(RunRecord.of(decision));
        portfolio.add(PortfolioInput.of(decision));
      }
    }
    PortfolioDecision decision =
        portfolio.nextClose() == closeTime ? portfolio.close(closeTime) : null;
    if (decision != null) {
      writer.write(RunRecord.of(decision));
    }
  }
}
