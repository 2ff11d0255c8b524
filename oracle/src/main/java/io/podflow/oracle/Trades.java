package io.podflow.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Every trade that follows from decisions and holdings, and what waits when (EX2, FP7, TR3). */
final class Trades {

  private final Run run;
  private final List<Trade> all = new ArrayList<>();
  private final Map<String, List<Trade>> bySymbol = new HashMap<>();

  Trades(Run run) {
    this.run = run;
  }

  List<Trade> all() {
    return all;
  }

  /** What was decided before this close and still waits for the symbol's next open, or null. */
  @Nullable Trade waiting(String symbol, long close) {
    for (Trade trade : bySymbol.getOrDefault(symbol, List.of())) {
      if (trade.decidedAt() < close && close < trade.endedAt()) {
        return trade;
      }
    }
    return null;
  }

  /** A change that is sent, or crosses, at the symbol's next open. */
  Trade atNextOpen(Decision decision, double[] changes, double[] size) {
    String symbol = decision.symbol();
    long close = decision.close();
    Series series = run.finest(symbol);
    int next = series.last(close) + 1;
    long bar = next < series.size() ? series.time(next) : Long.MAX_VALUE;
    long stale = run.staleAfter(symbol, next - 1);
    boolean inTime = bar <= stale && bar <= run.lastClose();
    long ended = Math.min(Math.min(bar, stale), run.lastClose() + 1);
    double price = inTime ? series.open(next) : Double.NaN;
    return add(decision, changes, size, inTime ? bar : 0, price, ended, decision.sends());
  }

  /** A change that happens at the close itself, at the mark. */
  void atTheMark(Decision decision, double[] changes) {
    double[] size = Arrays.stream(changes).map(Math::abs).toArray();
    double mark = run.mark(decision.symbol(), decision.close());
    add(decision, changes, size, decision.close(), mark, decision.close(), decision.sends());
  }

  /** What waits for a symbol at a close will not be done any more. */
  void abandon(String symbol, long close) {
    Trade waiting = waiting(symbol, close);
    if (waiting != null) {
      all.set(all.indexOf(waiting), waiting.abandoned(close));
      List<Trade> ofSymbol = Objects.requireNonNull(bySymbol.get(symbol));
      ofSymbol.set(ofSymbol.indexOf(waiting), waiting.abandoned(close));
    }
  }

  private Trade add(
      Decision decision,
      double[] changes,
      double[] size,
      long filled,
      double price,
      long ended,
      boolean sends) {
    double volume = volume(changes);
    double buys = Arrays.stream(changes).filter(c -> c > 0).sum();
    double sells = Arrays.stream(changes).filter(c -> c < 0).map(Math::abs).sum();
    double[] crossed = new double[changes.length];
    double[] sent = new double[changes.length];
    for (int p = 0; p < changes.length; p++) {
      double side = changes[p] > 0 ? buys : sells;
      crossed[p] = changes[p] == 0 || volume == 0 ? 0 : changes[p] * (volume / side);
      sent[p] = sends ? changes[p] - crossed[p] : 0;
    }
    double net = sends ? Quantities.orNothing(buys - sells, changes) : 0;
    double mark = run.mark(decision.symbol(), decision.close());
    Trade trade = new Trade(decision, mark, sent, crossed, size, net, filled, price, ended);
    all.add(trade);
    bySymbol.computeIfAbsent(decision.symbol(), s -> new ArrayList<>()).add(trade);
    return trade;
  }

  /** What buyers can take from sellers among the pods. */
  static double volume(double[] changes) {
    double buys = Arrays.stream(changes).filter(c -> c > 0).sum();
    double sells = Arrays.stream(changes).filter(c -> c < 0).map(Math::abs).sum();
    return Math.min(buys, sells);
  }
}
