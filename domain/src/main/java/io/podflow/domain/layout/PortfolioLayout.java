package io.podflow.domain.layout;

import io.podflow.api.Timeframe;
import io.podflow.domain.market.Universe;
import io.podflow.domain.settings.ExposureBasis;
import io.podflow.domain.settings.LifecycleState;
import io.podflow.domain.settings.OrchestratorSettings;
import io.podflow.domain.settings.PodSettings;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who trades what, resolved to small integers: pods by the order in which they came, symbols by
 * their place in the {@link Universe} and, inside a pod, by their place in the pod's own list. With
 * one version of the configuration the order of pods is that of the configuration. Pods and symbols
 * of earlier versions keep their numbers; such a pod has departed and trades nothing.
 */
public final class PortfolioLayout implements Serializable {

  private static final long serialVersionUID = 1L;

  private final OrchestratorSettings settings;
  private final List<PodSettings> pods;
  private final boolean[] departed;
  private final Removal[] removals;
  private final Universe universe;
  private final int[][] podSymbols;
  private final Timeframe[] finest;
  private final List<Timeframe> timeframes;

  private PortfolioLayout(OrchestratorSettings settings, Lineage lineage) {
    this.settings = settings;
    Map<String, PodSettings> byId = new LinkedHashMap<>();
    lineage.pods().forEach(pod -> byId.put(pod.id(), departed(pod)));
    settings.pods().forEach(pod -> byId.put(pod.podId(), pod));
    this.pods = List.copyOf(byId.values());
    this.departed = new boolean[pods.size()];
    this.removals = new Removal[pods.size()];
    for (int p = 0; p < departed.length; p++) {
      departed[p] = !settings.pods().contains(pods.get(p));
      String own = pods.get(p).onRemoval();
      removals[p] = Removal.parse(own == null ? settings.onRemoval() : own);
    }
    this.universe =
        Universe.of(
            lineage.symbols().stream().map(Lineage.Symbol::name).toList(),
            settings.pods().stream().flatMap(pod -> pod.symbols().stream()).toList());
    this.podSymbols =
        pods.stream()
            .map(pod -> pod.symbols().stream().mapToInt(universe::indexOf).toArray())
            .toArray(int[][]::new);
    this.timeframes =
        settings.pods().stream().map(PodSettings::timeframe).distinct().sorted().toList();
    this.finest = finest(lineage);
  }

  private Timeframe[] finest(Lineage lineage) {
    Timeframe[] traded = new Timeframe[universe.size()];
    for (int p = 0; p < podSymbols.length; p++) {
      Timeframe timeframe = pod(p).timeframe();
      for (int s : podSymbols[p]) {
        traded[s] =
            traded[s] == null || timeframe.millis() < traded[s].millis() ? timeframe : traded[s];
      }
    }
    for (int s = 0; s < lineage.symbols().size(); s++) {
      traded[s] = traded[s] == null ? onTheClock(lineage.symbols().get(s).finest()) : traded[s];
    }
    return traded;
  }

  /** The portfolio has no closes between those of its pods. */
  private Timeframe onTheClock(Timeframe before) {
    Timeframe shortest = timeframes.get(0);
    return before.millis() < shortest.millis() ? shortest : before;
  }

  /** Of a configuration that has none before it. */
  public static PortfolioLayout of(OrchestratorSettings settings) {
    return new PortfolioLayout(settings, Lineage.NONE);
  }

  /** Of a configuration after others. */
  public static PortfolioLayout of(OrchestratorSettings settings, Lineage before) {
    return new PortfolioLayout(settings, before);
  }

  /** What the next version has to know of this one and those before it. */
  public Lineage lineage() {
    List<Lineage.Pod> podsSoFar = new ArrayList<>();
    for (PodSettings pod : pods) {
      String own = pod.onRemoval();
      podsSoFar.add(new Lineage.Pod(pod.podId(), own == null ? "" : own));
    }
    List<Lineage.Symbol> symbolsSoFar = new ArrayList<>();
    for (int s = 0; s < universe.size(); s++) {
      symbolsSoFar.add(new Lineage.Symbol(universe.symbol(s), finest[s]));
    }
    return new Lineage(podsSoFar, symbolsSoFar);
  }

  /** As configured: without pods that have departed. */
  public OrchestratorSettings settings() {
    return settings;
  }

  public Universe universe() {
    return universe;
  }

  /** Of all pods, those that have departed included. */
  public int podCount() {
    return podSymbols.length;
  }

  /** A pod that has departed has no symbols and is RETIRED. */
  public PodSettings pod(int pod) {
    return pods.get(pod);
  }

  /** Ids of all pods, by number. */
  public List<String> podIds() {
    return pods.stream().map(PodSettings::podId).toList();
  }

  /** Whether an earlier version had the pod, and this one has not. */
  public boolean hasDeparted(int pod) {
    return departed[pod];
  }

  /** What becomes of what the pod holds and does not trade. */
  public Removal removal(int pod) {
    return removals[pod];
  }

  /** Universe index of each of the pod's symbols, in the pod's order. */
  public int[] symbolsOf(int pod) {
    return podSymbols[pod].clone();
  }

  /**
   * The finest timeframe in which any pod trades the symbol: the one it fills on (FP7). Of a symbol
   * that nobody trades any more, the one it was last traded in.
   */
  public Timeframe finestTimeframe(int symbol) {
    return finest[symbol];
  }

  /** The distinct timeframes of all pods, shortest first. */
  public List<Timeframe> timeframes() {
    return timeframes;
  }

  /**
   * The distinct timeframes in which pods trade the symbol, shortest first; of a symbol that nobody
   * trades any more, the one it fills on.
   */
  public List<Timeframe> timeframesOf(int symbol) {
    List<Timeframe> traded =
        timeframes.stream().filter(timeframe -> trades(symbol, timeframe)).toList();
    return traded.isEmpty() ? List.of(finest[symbol]) : traded;
  }

  private boolean trades(int symbol, Timeframe timeframe) {
    for (int p = 0; p < podSymbols.length; p++) {
      if (pod(p).timeframe() == timeframe && trades(p, symbol)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the symbol is one of the pod's. */
  public boolean trades(int pod, int symbol) {
    return Arrays.stream(podSymbols[pod]).anyMatch(s -> s == symbol);
  }

  /** The first close after {@code time} of any pod's timeframe (epoch milliseconds, UTC). */
  public long nextClose(long time) {
    long next = Long.MAX_VALUE;
    for (Timeframe timeframe : timeframes) {
      next = Math.min(next, timeframe.nextClose(time));
    }
    return next;
  }

  /**
   * A pod that is no longer configured: it trades nothing, and whatever it holds is none of its own
   * business any more.
   */
  private static PodSettings departed(Lineage.Pod pod) {
    return new PodSettings(
        pod.id(),
        "none",
        Map.of(),
        List.of(),
        Timeframe.D1,
        0,
        0,
        0,
        1,
        1,
        1,
        null,
        false,
        1,
        0,
        null,
        null,
        ExposureBasis.PER_ASSET,
        LifecycleState.RETIRED,
        null,
        pod.onRemoval().isEmpty() ? null : pod.onRemoval(),
        null,
        0);
  }
}
