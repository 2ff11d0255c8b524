package io.podflow.job.operator;

import io.podflow.domain.market.Bar;
import io.podflow.domain.market.Timeframe;
import io.podflow.domain.settings.Roster;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which (pod, symbol) pairs a bar belongs to. */
public final class Routes {

  private final List<Map<Timeframe, List<Seat>>> bySymbol = new ArrayList<>();
  private final List<Seat> seats = new ArrayList<>();

  public Routes(Roster roster) {
    for (int s = 0; s < roster.universe().size(); s++) {
      bySymbol.add(new EnumMap<>(Timeframe.class));
    }
    for (int pod = 0; pod < roster.podCount(); pod++) {
      int[] symbols = roster.symbolsOf(pod);
      Timeframe timeframe = roster.pod(pod).timeframe();
      for (int position = 0; position < symbols.length; position++) {
        Seat seat = new Seat(seats.size(), pod, position);
        seats.add(seat);
        bySymbol
            .get(symbols[position])
            .computeIfAbsent(timeframe, unused -> new ArrayList<>())
            .add(seat);
      }
    }
  }

  /** Every (pod, symbol) pair, by its number. */
  public List<Seat> seats() {
    return List.copyOf(seats);
  }

  /** The seats that take this bar, in the order of pods. */
  public List<Seat> of(Bar bar) {
    return bySymbol.get(bar.symbol()).getOrDefault(bar.timeframe(), List.of());
  }

  /**
   * A symbol's place in a pod.
   *
   * @param asset number of the (pod, symbol) pair, counted through all pods
   */
  public record Seat(int asset, int pod, int position) {}
}
