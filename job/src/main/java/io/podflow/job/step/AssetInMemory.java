package io.podflow.job.step;

import io.podflow.domain.asset.AssetMemory;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of one (pod, symbol) in a map of all of them.
 *
 * @param asset number of the pair
 */
public record AssetInMemory(Map<Integer, AssetMemory> memories, int asset)
    implements AssetUpdates.State {

  @Override
  public @Nullable AssetMemory memory() {
    return memories.get(asset);
  }

  @Override
  public void remember(AssetMemory memory) {
    memories.put(asset, memory);
  }

  /** Who has the map knows all pairs when the input has ended. */
  @Override
  public void begin() {}
}
