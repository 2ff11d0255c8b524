package io.podflow.job.inline;

import io.podflow.api.Bar;
import io.podflow.domain.asset.AssetMemory;
import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.ModelRow;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.job.engine.RunScope;
import io.podflow.job.engine.RunWriter;
import io.podflow.job.state.KeyNotice;
import io.podflow.job.state.PodBar;
import io.podflow.job.state.PortfolioInput;
import io.podflow.job.state.RunRecord;
import io.podflow.job.step.AlignedKeys;
import io.podflow.job.step.AlignedOutput;
import io.podflow.job.step.Alignment;
import io.podflow.job.step.AssetInMemory;
import io.podflow.job.step.AssetUpdates;
import io.podflow.job.step.BarRouting;
import io.podflow.job.step.CloseOrder;
import io.podflow.job.step.PodSetStep;
import io.podflow.job.step.PortfolioSetStep;
import io.podflow.job.step.Routes;
import io.podflow.job.step.SetStep;
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

  private final RunWriter writer;
  private final PortfolioLayout layout;
  private final BarRouting routing;
  private final AssetUpdates updates;
  private final Map<Integer, AssetMemory> assets = new HashMap<>();
  private final AlignedKeys<AssetUpdate, ?, PodDecision> pods;
  private final AlignedKeys<PortfolioInput, ?, PortfolioDecision> portfolio;
  private final CloseOrder order = new CloseOrder();
  private final Made made = new Made();
  private final List<RunRecord> unwritten = new ArrayList<>();

  InlineCloses(RunScope scope, ClassLoader strategies, RunWriter writer) {
    this.writer = writer;
    this.layout = scope.layout();
    this.routing = new BarRouting(scope, strategies, PORTFOLIO);
    this.updates = new AssetUpdates(scope, strategies);
    this.pods = aligned(new PodSetStep(scope), strategies, this::decided);
    this.portfolio =
        aligned(
            new PortfolioSetStep(scope),
            strategies,
            decision -> unwritten.add(RunRecord.of(decision)));
  }

  /** What comes of bars, to where it belongs. */
  private final class Made implements BarRouting.Output, AssetUpdates.Output {

    @Override
    public void toAsset(PodBar bar) {
      updates.take(bar, new AssetInMemory(assets, bar.asset()), this);
    }

    @Override
    public void updated(AssetUpdate update) {
      pods.take(update.pod(), update);
    }

    @Override
    public void toPortfolio(PortfolioInput bar) {
      portfolio.take(PORTFOLIO, bar);
    }

    @Override
    public void tellPod(KeyNotice notice) {
      pods.tell(notice);
    }

    @Override
    public void tellPortfolio(KeyNotice notice) {
      portfolio.tell(notice);
    }

    @Override
    public void toRecord(Event event) {
      unwritten.add(RunRecord.of(event));
    }

    @Override
    public void late(Event event) {
      unwritten.add(RunRecord.of(event));
    }
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
                unwritten.add(RunRecord.of(event));
              }
            }));
  }

  private void decided(PodDecision decision) {
    unwritten.add(RunRecord.of(decision));
    portfolio.take(PORTFOLIO, PortfolioInput.of(decision));
  }

  /** Takes the next bar; bars come in order of their close. */
  void take(Bar bar) throws IOException {
    if (order.begins(bar.closeTime())) {
      runUpTo(bar.closeTime() - 1);
    }
    routing.take(bar, made);
  }

  /** Finishes what is left of the clock after the last bar. */
  void end() throws IOException {
    runUpTo(Alignment.END);
    write();
    for (Routes.Seat seat : new Routes(layout).seats()) {
      AssetMemory memory = assets.get(seat.asset());
      if (memory != null) {
        List<ModelRow> weights = updates.models(seat.asset(), memory);
        writer.write(RunRecord.of(new RunRecord.Model(weights)));
      }
    }
  }

  /** At each close first the pods, whose decisions are inputs of the portfolio at that close. */
  private void runUpTo(long limit) throws IOException {
    for (Long next = next(); next != null && next <= limit; next = next()) {
      pods.wake(next);
      portfolio.wake(next);
      write();
    }
  }

  private void write() throws IOException {
    for (RunRecord record : unwritten) {
      writer.write(record);
    }
    unwritten.clear();
  }

  private @Nullable Long next() {
    Long pod = pods.next();
    Long all = portfolio.next();
    return pod == null || (all != null && all < pod) ? all : pod;
  }
}
