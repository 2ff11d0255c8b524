package io.podflow.job.inline;

import io.podflow.domain.asset.AssetMemory;
import io.podflow.domain.asset.AssetStep;
import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.ModelRow;
import io.podflow.domain.market.Bar;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.PortfolioDecision;
import io.podflow.job.engine.RunScope;
import io.podflow.job.engine.RunWriter;
import io.podflow.job.state.PortfolioInput;
import io.podflow.job.state.RunRecord;
import io.podflow.job.step.AlignedKeys;
import io.podflow.job.step.AlignedOutput;
import io.podflow.job.step.Alignment;
import io.podflow.job.step.AssetSteps;
import io.podflow.job.step.CloseOrder;
import io.podflow.job.step.LastModels;
import io.podflow.job.step.PodSetStep;
import io.podflow.job.step.PortfolioSetStep;
import io.podflow.job.step.Routes;
import io.podflow.job.step.SetStep;
import io.podflow.job.step.StepFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Works through the closes in order, ticks included. Bars come in the order of their close and one
 * thread does all, so nothing has to wait for anything else: the first bar of a later close says
 * that event time has passed all closes before it.
 */
final class InlineCloses {

  private static final int PORTFOLIO = 0;

  private final RunScope scope;
  private final RunWriter writer;
  private final Routes routes;
  private final AssetStep[] assetSteps;
  private final Map<Integer, AssetMemory> assets = new HashMap<>();
  private final AlignedKeys<AssetUpdate, ?, PodDecision> pods;
  private final AlignedKeys<PortfolioInput, ?, PortfolioDecision> portfolio;
  private final CloseOrder order = new CloseOrder();
  private final List<RunRecord> made = new ArrayList<>();

  InlineCloses(RunScope scope, ClassLoader strategies, RunWriter writer) {
    this.scope = scope;
    this.writer = writer;
    this.routes = new Routes(scope.roster());
    this.assetSteps = AssetSteps.of(scope.roster(), strategies);
    this.pods = aligned(new PodSetStep(scope), strategies, this::decided);
    this.portfolio =
        aligned(
            new PortfolioSetStep(scope), strategies, decision -> made.add(RunRecord.of(decision)));
  }

  private <I, S, O> AlignedKeys<I, S, O> aligned(
      SetStep<I, S, O> step, ClassLoader strategies, Consumer<O> decisions) {
    step.open(strategies);
    return new AlignedKeys<>(
        new Alignment<>(
            step,
            new AlignedOutput<>() {
              @Override
              public void decided(O decision, long closeTime) {
                decisions.accept(decision);
              }

              @Override
              public void late(Event event, long inputTime) {
                made.add(RunRecord.of(event));
              }
            }));
  }

  private void decided(PodDecision decision) {
    made.add(RunRecord.of(decision));
    portfolio.take(PORTFOLIO, PortfolioInput.of(decision));
  }

  /** Takes the next bar; bars come in order of their close. */
  void take(Bar bar) throws IOException {
    if (order.begins(bar.closeTime())) {
      runUpTo(bar.closeTime() - 1);
    }
    for (Routes.Seat seat : routes.of(bar)) {
      pods.take(seat.pod(), update(seat, bar));
    }
    if (bar.timeframe() == scope.roster().finestTimeframe(bar.symbol())
        && scope.isForPortfolio(bar.closeTime())) {
      portfolio.take(PORTFOLIO, PortfolioInput.of(bar));
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
    runUpTo(Alignment.END);
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

  /** At each close first the pods, whose decisions are inputs of the portfolio at that close. */
  private void runUpTo(long limit) throws IOException {
    for (Long next = next(); next != null && next <= limit; next = next()) {
      pods.wake(next);
      portfolio.wake(next);
      for (RunRecord record : made) {
        writer.write(record);
      }
      made.clear();
    }
  }

  private @Nullable Long next() {
    Long pod = pods.next();
    Long all = portfolio.next();
    return pod == null || (all != null && all < pod) ? all : pod;
  }
}
