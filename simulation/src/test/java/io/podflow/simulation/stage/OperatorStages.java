package io.podflow.simulation.stage;

import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.journal.Event;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.job.engine.RunScope;
import io.podflow.job.flink.FlinkOptions;
import io.podflow.job.operator.AlignmentOperator;
import io.podflow.job.operator.AssetFunction;
import io.podflow.job.operator.BarCloseGateOperator;
import io.podflow.job.operator.ExchangeGateOperator;
import io.podflow.job.operator.LateInputs;
import io.podflow.job.operator.VersionRouter;
import io.podflow.job.state.FeedItem;
import io.podflow.job.state.KeyNotice;
import io.podflow.job.state.MarketItem;
import io.podflow.job.state.PodBar;
import io.podflow.job.state.PortfolioInput;
import io.podflow.job.state.StateTypes;
import io.podflow.job.step.PodSetStep;
import io.podflow.job.step.PortfolioSetStep;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** The operators of the job, each in a test harness, with their state as Flink keeps it. */
public final class OperatorStages implements Stages {

  private static final long PATIENCE = Long.MAX_VALUE / 4;
  private static final int MAX_PARALLELISM = FlinkOptions.MAX_PARALLELISM;
  private static final Share ALONE = new Share(0, 1);

  private final RunScope scope;
  private final boolean rocksDb;

  /**
   * @param rocksDb whether keyed state lies in RocksDB; else on the heap
   */
  public OperatorStages(RunScope scope, boolean rocksDb) {
    this.scope = scope;
    this.rocksDb = rocksDb;
  }

  @Override
  public int task(int key, int tasks) {
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(key, MAX_PARALLELISM, tasks);
  }

  @Override
  public Stage<FeedItem> marketGate(Emission<MarketItem> out, List<Memory> kept) {
    return stage(new BarCloseGateOperator(scope, PATIENCE), out, List.of(), kept);
  }

  @Override
  public Stage<ExchangeReport> exchangeGate(
      Emission<PortfolioInput> out, Consumer<Event> events, List<Memory> kept) {
    return stage(
        new ExchangeGateOperator(scope),
        out,
        List.of(new OperatorStage.Side<>(ExchangeGateOperator.EVENTS, told(events))),
        kept);
  }

  @Override
  public Stage<MarketItem> router(Emission<PodBar> bars, Aside aside) {
    return stage(
        new ProcessOperator<>(new VersionRouter(scope, 0)), bars, aside.sides(), List.of());
  }

  @Override
  public Stage<PodBar> assets(
      Emission<AssetUpdate> out, Consumer<Event> late, Share share, List<Memory> kept) {
    try {
      KeyedOneInputStreamOperatorTestHarness<Integer, PodBar, AssetUpdate> harness =
          new KeyedOneInputStreamOperatorTestHarness<>(
              new KeyedProcessOperator<>(new AssetFunction(scope)),
              PodBar::asset,
              Types.INT,
              MAX_PARALLELISM,
              share.tasks(),
              share.task());
      harness.setStateBackend(backend());
      return new OperatorStage<>(
          harness, OperatorStage.Inputs.one(harness), out, late(late), of(kept, share));
    } catch (Exception e) {
      throw new IllegalStateException("no harness", e);
    }
  }

  @Override
  public Stage<Told<AssetUpdate>> pods(
      Emission<PodDecision> out, Consumer<Event> late, Share share, List<Memory> kept) {
    return keyed(
        new AlignmentOperator<>(new PodSetStep(scope), StateTypes.pod(), false),
        AssetUpdate::pod,
        out,
        late,
        share,
        kept);
  }

  @Override
  public Stage<Told<PortfolioInput>> portfolio(
      Emission<PortfolioDecision> out, Consumer<Event> late, List<Memory> kept) {
    return keyed(
        new AlignmentOperator<>(new PortfolioSetStep(scope), StateTypes.portfolio(), false),
        input -> 0,
        out,
        late,
        ALONE,
        kept);
  }

  private <I, O> Stage<Told<I>> keyed(
      AlignmentOperator<I, ?, O> operator,
      KeySelector<I, Integer> key,
      Emission<O> out,
      Consumer<Event> late,
      Share share,
      List<Memory> kept) {
    try {
      KeyedTwoInputStreamOperatorTestHarness<Integer, I, KeyNotice, O> harness =
          new KeyedTwoInputStreamOperatorTestHarness<>(
              operator,
              key,
              KeyNotice::key,
              Types.INT,
              MAX_PARALLELISM,
              share.tasks(),
              share.task());
      harness.setStateBackend(backend());
      return new OperatorStage<>(
          harness, OperatorStage.Inputs.two(harness), out, late(late), of(kept, share));
    } catch (Exception e) {
      throw new IllegalStateException("no harness", e);
    }
  }

  /**
   * What a task begins with of what all tasks of its operator have kept, however many they were.
   */
  private static @Nullable OperatorSubtaskState of(List<Memory> kept, Share share) {
    OperatorSubtaskState[] states =
        kept.stream()
            .flatMap(
                memory ->
                    memory instanceof Memory.Subtask subtask
                        ? Stream.of(subtask.state())
                        : Stream.empty())
            .toArray(OperatorSubtaskState[]::new);
    if (states.length == 0) {
      return null;
    }
    try {
      return AbstractStreamOperatorTestHarness.repartitionOperatorState(
          AbstractStreamOperatorTestHarness.repackageState(states),
          MAX_PARALLELISM,
          states.length,
          share.tasks(),
          share.task());
    } catch (Exception e) {
      throw new IllegalStateException("what was kept cannot be spread", e);
    }
  }

  private StateBackend backend() {
    return rocksDb ? new EmbeddedRocksDBStateBackend() : new HashMapStateBackend();
  }

  private static List<OperatorStage.Side<?>> late(Consumer<Event> late) {
    return List.of(new OperatorStage.Side<>(LateInputs.TAG, told(late)));
  }

  private static <I, O> Stage<I> stage(
      OneInputStreamOperator<I, O> operator,
      Emission<O> out,
      List<OperatorStage.Side<?>> sides,
      List<Memory> kept) {
    try {
      OneInputStreamOperatorTestHarness<I, O> harness =
          new OneInputStreamOperatorTestHarness<>(operator);
      return new OperatorStage<>(
          harness, OperatorStage.Inputs.one(harness), out, sides, of(kept, ALONE));
    } catch (Exception e) {
      throw new IllegalStateException("no harness", e);
    }
  }

  static Emission<Event> told(Consumer<Event> events) {
    return new Emission<>() {
      @Override
      public void record(Event event, long time) {
        events.accept(event);
      }

      @Override
      public void watermark(long time) {}
    };
  }
}
