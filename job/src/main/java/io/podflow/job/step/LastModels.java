package io.podflow.job.step;

import io.podflow.api.FeatureWeight;
import io.podflow.domain.asset.AssetMemory;
import io.podflow.domain.asset.AssetStep;
import io.podflow.domain.journal.ModelRow;
import io.podflow.domain.settings.PodSettings;
import io.podflow.job.engine.RunScope;
import java.util.List;

/** What the models gave weight to when the input ended. */
public final class LastModels {

  private LastModels() {}

  /** Nothing for a strategy without a model. */
  public static List<ModelRow> of(
      RunScope scope, AssetStep step, AssetMemory memory, int pod, int position) {
    PodSettings settings = scope.layout().pod(pod);
    return weights(settings, step, memory, position).stream()
        .map(
            weight ->
                new ModelRow(
                    settings.podId(),
                    settings.symbols().get(position),
                    weight.feature(),
                    memory.lastClose,
                    weight.weight()))
        .toList();
  }

  private static List<FeatureWeight> weights(
      PodSettings settings, AssetStep step, AssetMemory memory, int position) {
    try {
      return step.explain(memory);
    } catch (RuntimeException | Error e) {
      throw StepFailure.ofModel(settings, settings.symbols().get(position), e);
    }
  }
}
