package io.podflow.job.state;

import io.podflow.api.Bar;
import org.jspecify.annotations.Nullable;

/**
 * A bar on its way to one symbol of one pod; or, in the same order, a version of the configuration.
 *
 * @param asset key of the (pod, symbol) pair: a small integer, because an enum or text in a key
 *     would cost or differ between processes
 * @param pod index of the pod in the layout
 * @param position place of the symbol in the pod's own list
 * @param bar null when this is a version
 * @param version null when this is a bar
 * @param ahead whether the pair is of a version that does not hold yet, so that the bar warms up
 */
public record PodBar(
    int asset,
    int pod,
    int position,
    @Nullable Bar bar,
    @Nullable ConfigVersion version,
    boolean ahead) {

  public static PodBar of(int asset, int pod, int position, Bar bar) {
    return new PodBar(asset, pod, position, bar, null, false);
  }

  /** A bar of a time before the pair is traded. */
  public static PodBar ahead(int asset, int pod, int position, Bar bar) {
    return new PodBar(asset, pod, position, bar, null, true);
  }

  public static PodBar of(int asset, ConfigVersion version) {
    return new PodBar(asset, 0, 0, null, version, false);
  }
}
