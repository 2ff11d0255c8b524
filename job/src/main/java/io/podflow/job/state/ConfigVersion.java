package io.podflow.job.state;

import io.podflow.api.Timeframe;
import io.podflow.domain.layout.Lineage;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A version of the configuration that a live job has accepted, with what is needed to give its pods
 * and symbols their numbers. Kept in state and sent to every operator, as text and plain arrays.
 *
 * @param id its name, used once
 * @param effective the first close that it holds for, epoch milliseconds UTC; {@link #FIRST} of the
 *     one that the job began with, {@link #OPEN} as long as it is not known
 * @param history rows that come after it for its new pods to warm up from
 * @param yaml the effective configuration
 * @param pods ids of the pods that versions before it had, by number
 * @param onRemoval what each had to say of its removal, empty for nothing
 * @param symbols names of the symbols that versions before it had, by number
 * @param finest the timeframe that each was last filled on, by its constant's name
 */
public record ConfigVersion(
    String id,
    long effective,
    int history,
    String yaml,
    String[] pods,
    String[] onRemoval,
    String[] symbols,
    String[] finest)
    implements Serializable {

  /** Before every close. */
  public static final long FIRST = Long.MIN_VALUE;

  /** After every close. */
  public static final long OPEN = Long.MAX_VALUE;

  /** A version that follows others. */
  public static ConfigVersion of(
      String id, long effective, int history, String yaml, Lineage before) {
    return new ConfigVersion(
        id,
        effective,
        history,
        yaml,
        before.pods().stream().map(Lineage.Pod::id).toArray(String[]::new),
        before.pods().stream().map(Lineage.Pod::onRemoval).toArray(String[]::new),
        before.symbols().stream().map(Lineage.Symbol::name).toArray(String[]::new),
        before.symbols().stream().map(symbol -> symbol.finest().name()).toArray(String[]::new));
  }

  /** The version that a job begins with. */
  public static ConfigVersion first(String id, String yaml) {
    return of(id, FIRST, 0, yaml, Lineage.NONE);
  }

  /** The same from another close on. */
  public ConfigVersion from(long close) {
    return new ConfigVersion(id, close, history, yaml, pods, onRemoval, symbols, finest);
  }

  /** The same with another number of rows to come. */
  public ConfigVersion withHistory(int rows) {
    return new ConfigVersion(id, effective, rows, yaml, pods, onRemoval, symbols, finest);
  }

  /** The pods and symbols of the versions before it. */
  public Lineage before() {
    List<Lineage.Pod> earlierPods = new ArrayList<>();
    for (int p = 0; p < pods.length; p++) {
      earlierPods.add(new Lineage.Pod(pods[p], onRemoval[p]));
    }
    List<Lineage.Symbol> earlierSymbols = new ArrayList<>();
    for (int s = 0; s < symbols.length; s++) {
      earlierSymbols.add(new Lineage.Symbol(symbols[s], Timeframe.valueOf(finest[s])));
    }
    return new Lineage(earlierPods, earlierSymbols);
  }
}
