package io.podflow.simulation.stage;

import io.podflow.domain.market.BarCloseGateState;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.FeedItem;
import io.podflow.job.state.MarketItem;
import io.podflow.job.step.MarketEntrance;
import java.util.List;

/** {@link MarketEntrance} as its operator runs it, without waiting for anybody's clock. */
final class StepBarCloseGate implements Stage<FeedItem> {

  private final MarketEntrance entrance;
  private final StateBytes<BarCloseGateState> bytes;

  StepBarCloseGate(
      RunScope scope,
      StateBytes<BarCloseGateState> bytes,
      Emission<MarketItem> out,
      List<Memory> kept) {
    this.entrance =
        new MarketEntrance(scope, StepBarCloseGate.class.getClassLoader(), out.entrance());
    this.bytes = bytes;
    if (!kept.isEmpty() && kept.get(0) instanceof Memory.Gate memory) {
      entrance.restore(bytes.read(memory.bytes()), memory.versions());
    }
    entrance.begin();
  }

  @Override
  public void take(FeedItem item, long time) {
    entrance.take(item);
  }

  @Override
  public void advance(long watermark) {
    throw new IllegalStateException("no watermark comes before a gate");
  }

  @Override
  public Memory memory() {
    return new Memory.Gate(bytes.write(entrance.state()), entrance.versions());
  }

  @Override
  public void close() {}
}
