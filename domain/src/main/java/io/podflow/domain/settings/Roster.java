package io.podflow.domain.settings;

import io.podflow.domain.market.Timeframe;
import io.podflow.domain.market.Universe;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Who trades what, resolved to small integers: pods by their order in the configuration, symbols by
 * their place in the {@link Universe} and, inside a pod, by their place in the pod's own list.
 */
public final class Roster implements Serializable {

  private static final long serialVersionUID = 1L;

  private final OrchestratorSettings settings;
  private final Universe universe;
  private final int[][] podSymbols;
  private final Timeframe[] finest;
  private final List<Timeframe> timeframes;

  private Roster(OrchestratorSettings settings) {
    this.settings = settings;
    this.universe =
        Universe.of(settings.pods().stream().flatMap(pod -> pod.symbols().stream()).toList());
    this.podSymbols =
        settings.pods().stream()
            .map(pod -> pod.symbols().stream().mapToInt(universe::indexOf).toArray())
            .toArray(int[][]::new);
    this.finest = new Timeframe[universe.size()];
    for (int p = 0; p < podSymbols.length; p++) {
      Timeframe timeframe = pod(p).timeframe();
      for (int s : podSymbols[p]) {
        finest[s] =
            finest[s] == null || timeframe.millis() < finest[s].millis() ? timeframe : finest[s];
      }
    }
    this.timeframes =
        settings.pods().stream().map(PodSettings::timeframe).distinct().sorted().toList();
  }

  public static Roster of(OrchestratorSettings settings) {
    return new Roster(settings);
  }

  public OrchestratorSettings settings() {
    return settings;
  }

  public Universe universe() {
    return universe;
  }

  public int podCount() {
    return podSymbols.length;
  }

  public PodSettings pod(int pod) {
    return settings.pods().get(pod);
  }

  /** Universe index of each of the pod's symbols, in the pod's order. */
  public int[] symbolsOf(int pod) {
    return podSymbols[pod].clone();
  }

  /** The finest timeframe in which any pod trades the symbol: the one it fills on (FP7). */
  public Timeframe finestTimeframe(int symbol) {
    return finest[symbol];
  }

  /** The distinct timeframes of all pods, shortest first. */
  public List<Timeframe> timeframes() {
    return timeframes;
  }

  /** The distinct timeframes in which pods trade the symbol, shortest first. */
  public List<Timeframe> timeframesOf(int symbol) {
    return timeframes.stream().filter(timeframe -> trades(symbol, timeframe)).toList();
  }

  private boolean trades(int symbol, Timeframe timeframe) {
    for (int p = 0; p < podSymbols.length; p++) {
      if (pod(p).timeframe() == timeframe
          && Arrays.stream(podSymbols[p]).anyMatch(s -> s == symbol)) {
        return true;
      }
    }
    return false;
  }

  /** The first close after {@code time} of any pod's timeframe (epoch milliseconds, UTC). */
  public long nextClose(long time) {
    long next = Long.MAX_VALUE;
    for (Timeframe timeframe : timeframes) {
      next = Math.min(next, timeframe.nextClose(time));
    }
    return next;
  }
}
