package io.podflow.job.step;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.layout.PortfolioLayout;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which (pod, symbol) pairs a bar belongs to. */
public final class Routes {

  private static final int SYMBOL_BITS = 16;

  private final List<Map<Timeframe, List<Seat>>> bySymbol = new ArrayList<>();
  private final List<Seat> seats = new ArrayList<>();

  public Routes(PortfolioLayout layout) {
    for (int s = 0; s < layout.universe().size(); s++) {
      bySymbol.add(new EnumMap<>(Timeframe.class));
    }
    for (int pod = 0; pod < layout.podCount(); pod++) {
      int[] symbols = layout.symbolsOf(pod);
      Timeframe timeframe = layout.pod(pod).timeframe();
      for (int position = 0; position < symbols.length; position++) {
        Seat seat = new Seat(asset(pod, symbols[position]), pod, position);
        seats.add(seat);
        bySymbol
            .get(symbols[position])
            .computeIfAbsent(timeframe, unused -> new ArrayList<>())
            .add(seat);
      }
    }
  }

  /** The number of a (pod, symbol) pair: the same in every version of a configuration. */
  public static int asset(int pod, int symbol) {
    return pod << SYMBOL_BITS | symbol;
  }

  /** The pod of a pair's number. */
  public static int podOf(int asset) {
    return asset >>> SYMBOL_BITS;
  }

  /** The symbol of a pair's number, by universe index. */
  public static int symbolOf(int asset) {
    return asset & (1 << SYMBOL_BITS) - 1;
  }

  /** Every (pod, symbol) pair. */
  public List<Seat> seats() {
    return List.copyOf(seats);
  }

  /**
   * The (pod, symbol) pair of a number.
   *
   * @return null when no pod trades it any more
   */
  public @Nullable Seat seat(int asset) {
    return seats.stream().filter(seat -> seat.asset() == asset).findFirst().orElse(null);
  }

  /** The seats that take this bar, in the order of pods; none for a symbol of later versions. */
  public List<Seat> of(Bar bar) {
    return bar.symbol() < bySymbol.size()
        ? bySymbol.get(bar.symbol()).getOrDefault(bar.timeframe(), List.of())
        : List.of();
  }

  /**
   * A symbol's place in a pod.
   *
   * @param asset number of the (pod, symbol) pair
   */
  public record Seat(int asset, int pod, int position) {}
}
