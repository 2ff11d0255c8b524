package io.podflow.simulation.stage;

import io.podflow.domain.asset.AssetMemory;
import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.journal.Event;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.PodBar;
import io.podflow.job.step.AssetInMemory;
import io.podflow.job.step.AssetUpdates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** {@link AssetUpdates} as its operator runs it, for the (pod, symbol) pairs of one task. */
final class StepAssets implements Stage<PodBar> {

  private final StateBytes<AssetMemory> bytes;
  private final Emission<AssetUpdate> out;
  private final Consumer<Event> late;
  private final AssetUpdates updates;
  private final Map<Integer, AssetMemory> memories = new HashMap<>();

  StepAssets(
      RunScope scope,
      StateBytes<AssetMemory> bytes,
      Emission<AssetUpdate> out,
      Consumer<Event> late,
      Stages.Share share,
      List<Memory> kept) {
    this.bytes = bytes;
    this.out = out;
    this.late = late;
    this.updates = new AssetUpdates(scope, StepAssets.class.getClassLoader());
    for (Memory memory : kept) {
      if (memory instanceof Memory.Keyed keyed) {
        keyed.bytes().forEach((asset, each) -> restore(asset, each, share));
      }
    }
  }

  private void restore(int asset, byte[] each, Stages.Share share) {
    if (StepStages.isOf(share, asset)) {
      memories.put(asset, bytes.read(each));
    }
  }

  @Override
  public void take(PodBar input, long time) {
    updates.take(
        input,
        new AssetInMemory(memories, input.asset()),
        new AssetUpdates.Output() {
          @Override
          public void updated(AssetUpdate update) {
            out.record(update, time);
          }

          @Override
          public void late(Event event) {
            late.accept(event);
          }
        });
  }

  @Override
  public void advance(long watermark) {
    out.watermark(watermark);
  }

  @Override
  public Memory memory() {
    Map<Integer, byte[]> all = new HashMap<>();
    memories.forEach((asset, memory) -> all.put(asset, bytes.write(memory)));
    return new Memory.Keyed(all);
  }

  @Override
  public void close() {}
}
