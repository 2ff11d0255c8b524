package io.podflow.job.operator;

import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.journal.Event;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.PodBar;
import io.podflow.job.state.PortfolioInput;
import io.podflow.job.state.StateTypes;
import io.podflow.job.step.PodSetStep;
import io.podflow.job.step.PortfolioSetStep;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** One of the job's keyed operators on its own, fed by hand. */
final class Harness<I, O> implements AutoCloseable {

  private final KeyedOneInputStreamOperatorTestHarness<Integer, I, O> flink;
  private final ToLongFunction<I> time;

  private Harness(
      OneInputStreamOperator<I, O> operator,
      KeySelector<I, Integer> key,
      ToLongFunction<I> time,
      Backend backend)
      throws Exception {
    this.flink = new KeyedOneInputStreamOperatorTestHarness<>(operator, key, Types.INT);
    this.time = time;
    flink
        .getExecutionConfig()
        .configure(
            new Configuration().set(PipelineOptions.GENERIC_TYPES, false),
            Harness.class.getClassLoader());
    flink.setStateBackend(backend.create());
  }

  static Harness<PodBar, AssetUpdate> assets(RunScope scope, Backend backend) throws Exception {
    return new Harness<>(
        new KeyedProcessOperator<>(new AssetFunction(scope)),
        PodBar::asset,
        input -> Objects.requireNonNull(input.bar()).closeTime(),
        backend);
  }

  static Harness<AssetUpdate, PodDecision> pods(RunScope scope, boolean sorted, Backend backend)
      throws Exception {
    return new Harness<>(
        new AlignmentOperator<>(new PodSetStep(scope), StateTypes.pod(), sorted),
        AssetUpdate::pod,
        AssetUpdate::closeTime,
        backend);
  }

  static Harness<PortfolioInput, PortfolioDecision> portfolio(
      RunScope scope, boolean sorted, Backend backend) throws Exception {
    return new Harness<>(
        new AlignmentOperator<>(new PortfolioSetStep(scope), StateTypes.portfolio(), sorted),
        input -> 0,
        PortfolioInput::closeTime,
        backend);
  }

  Harness<I, O> open() throws Exception {
    flink.open();
    return this;
  }

  /** Opens with the state that another one left. */
  Harness<I, O> open(OperatorSubtaskState snapshot) throws Exception {
    flink.initializeState(snapshot);
    flink.open();
    return this;
  }

  OperatorSubtaskState snapshot() throws Exception {
    return flink.snapshot(1, 1);
  }

  void take(I input) throws Exception {
    flink.processElement(input, time.applyAsLong(input));
  }

  void takeAll(List<I> inputs) throws Exception {
    for (I input : inputs) {
      take(input);
    }
  }

  void passes(long time) throws Exception {
    flink.processWatermark(time);
  }

  void ends() throws Exception {
    passes(Long.MAX_VALUE);
  }

  List<O> outputs() {
    return flink.extractOutputValues();
  }

  /** Timestamps that outputs carry. */
  List<Long> timestamps() {
    return flink.extractOutputStreamRecords().stream()
        .map(record -> record.getTimestamp())
        .toList();
  }

  List<Event> late() {
    var records = flink.getSideOutput(LateInputs.TAG);
    return records == null ? List.of() : records.stream().map(r -> r.getValue()).toList();
  }

  int timers() {
    return flink.numEventTimeTimers();
  }

  /** Keys that have something in a state. */
  long keysWith(String state) {
    try (var keys =
        flink.getOperator().getKeyedStateBackend().getKeys(state, VoidNamespace.INSTANCE)) {
      return keys.count();
    }
  }

  @Override
  public void close() {
    try {
      flink.close();
    } catch (Exception e) {
      throw new IllegalStateException("the operator did not close", e);
    }
  }
}
