package io.podflow.job.operator;

import io.podflow.domain.market.BarCloseGateState;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.FeedItem;
import io.podflow.job.state.MarketItem;
import io.podflow.job.state.StateTypes;
import io.podflow.job.step.MarketEntrance;
import io.podflow.job.step.Patience;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Runs {@link MarketEntrance}: rows, rates of funding, heartbeats and versions of the configuration
 * in; bars, the end of every close, and rates and versions ahead of what they hold for, out.
 */
public final class BarCloseGateOperator
    extends GateOperator<FeedItem, BarCloseGateState, MarketItem> {

  private static final long serialVersionUID = 1L;

  private final RunScope scope;
  private final long patience;
  private transient MarketEntrance entrance;
  private transient ListState<ConfigVersion> versions;
  private transient Patience wait;
  private transient boolean timer;

  /**
   * @param patience how long a close waits for the symbols that are missing, milliseconds of the
   *     machine's clock
   */
  public BarCloseGateOperator(RunScope scope, long patience) {
    super(StateTypes.marketGate());
    this.scope = scope;
    this.patience = patience;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    versions = context.getOperatorStateStore().getListState(StateTypes.versions());
    super.initializeState(context);
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    versions.update(entrance.versions());
  }

  @Override
  void create() {
    entrance = new MarketEntrance(scope, getUserCodeClassloader(), this);
    wait = new Patience(patience);
  }

  @Override
  void restore(BarCloseGateState restored) throws Exception {
    List<ConfigVersion> known = new ArrayList<>();
    versions.get().forEach(known::add);
    entrance.restore(restored, known);
  }

  @Override
  BarCloseGateState state() {
    return entrance.state();
  }

  @Override
  void begin() {
    entrance.begin();
  }

  @Override
  public void open() throws Exception {
    super.open();
    look();
  }

  @Override
  public void processElement(StreamRecord<FeedItem> element) {
    entrance.take(element.getValue());
    look();
  }

  /** There is one timer at a time; the wait it was set for may be over and another have begun. */
  private void look() {
    wait.look(entrance.isWaiting(), getProcessingTimeService().getCurrentProcessingTime());
    if (!timer) {
      wait.end().ifPresent(this::wakeAt);
    }
  }

  private void wakeAt(long time) {
    timer = true;
    getProcessingTimeService().registerTimer(time, this::wake);
  }

  private void wake(long now) {
    timer = false;
    if (wait.isOver(now)) {
      entrance.giveUpWaiting();
    }
    look();
  }
}
