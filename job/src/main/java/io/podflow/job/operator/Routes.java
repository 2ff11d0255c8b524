package io.podflow.job.operator;

import io.podflow.domain.market.Bar;
import io.podflow.domain.settings.Roster;
import java.util.ArrayList;
import java.util.List;

/** Which (pod, symbol) pairs a bar belongs to. */
public final class Routes {

  private final Roster roster;
  private final List<List<Seat>> bySymbol = new ArrayList<>();
  private final int seats;

  public Routes(Roster roster) {
    this.roster = roster;
    for (int s = 0; s < roster.universe().size(); s++) {
      bySymbol.add(new ArrayList<>());
    }
    int asset = 0;
    for (int pod = 0; pod < roster.podCount(); pod++) {
      int[] symbols = roster.symbolsOf(pod);
      for (int position = 0; position < symbols.length; position++) {
        bySymbol.get(symbols[position]).add(new Seat(asset++, pod, position));
      }
    }
    seats = asset;
  }

  /** How many (pod, symbol) pairs there are. */
  public int seats() {
    return seats;
  }

  /** The seats that take this bar, in the order of pods. */
  public List<Seat> of(Bar bar) {
    return bySymbol.get(bar.symbol()).stream()
        .filter(seat -> roster.pod(seat.pod()).timeframe() == bar.timeframe())
        .toList();
  }

  /**
   * A symbol's place in a pod.
   *
   * @param asset number of the (pod, symbol) pair, counted through all pods
   */
  public record Seat(int asset, int pod, int position) {}
}
