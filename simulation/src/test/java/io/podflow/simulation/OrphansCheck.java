package io.podflow.simulation;

import io.podflow.domain.journal.Cause;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.PodFillRow;
import io.podflow.domain.journal.PodRow;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.layout.Removal;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.settings.LifecycleState;
import io.podflow.simulation.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Of what a removed pod held nothing is left at the end, unless trading is halted then. Where
 * others trade the symbol they get it, at no cost; what is to be kept is not touched, unless its
 * symbol trades no more.
 */
final class OrphansCheck {

  private static final double ROUNDING = 1e-7;
  private static final Pattern DECIDED_AT = Pattern.compile(":(\\d{4}-[^Z]*Z):");

  private final PortfolioLayout layout;
  private final MarketOnce market;
  private final List<PortfolioDecision> decisions;
  private final Set<String> stale = new HashSet<>();
  private final Map<String, PodRow> days = new HashMap<>();
  private final Map<String, Double> shares = new TreeMap<>();
  private final List<String> found = new ArrayList<>();
  private boolean halted;

  OrphansCheck(World world, MarketOnce market, List<PortfolioDecision> decisions) {
    this.layout = world.layout();
    this.market = market;
    this.decisions = decisions;
  }

  List<String> find() {
    for (PortfolioDecision decision : decisions) {
      if (decision.events().stream()
          .anyMatch(event -> event.message().contains("quantities are adopted"))) {
        return List.of();
      }
      // Shares of a stale symbol that sum to 0 cross without an order.
      decision.podFills().stream()
          .filter(fill -> fill.cause().equals(Cause.STALE.label()))
          .forEach(fill -> stale.add(fill.symbol()));
      decision.orders().stream()
          .filter(order -> order.reason().equals(Cause.STALE.label()))
          .forEach(order -> stale.add(order.symbol()));
    }
    decisions.forEach(
        decision -> {
          decision.podFills().forEach(this::take);
          decision.pods().forEach(row -> days.put(row.pod(), row));
          decision.events().forEach(this::halts);
        });
    if (halted) {
      return found;
    }
    shares.forEach(
        (share, quantity) -> {
          if (Math.abs(quantity) > ROUNDING) {
            found.add(quantity + " is left to the removed " + share);
          }
        });
    return found;
  }

  private void halts(Event event) {
    halted |= event.message().contains("trading is halted: ");
    halted &= !event.message().startsWith("the books agree");
  }

  private void take(PodFillRow fill) {
    int pod = layout.podIds().indexOf(fill.pod());
    if (!layout.hasDeparted(pod)) {
      return;
    }
    long decided = decidedAt(fill);
    boolean isDue = market.hasLeft(pod, decided) && !stale.contains(fill.symbol());
    if (layout.removal(pod).kind() == Removal.Kind.HOLD) {
      if (isDue) {
        found.add("what is to be held was touched: " + fill);
      }
      return;
    }
    shares.merge(fill.pod() + " in " + fill.symbol(), fill.quantity(), Double::sum);
    if (isDue && !fill.crossed() && isTradedByOthers(fill.symbol(), decided)) {
      found.add("others trade it, and it was closed: " + fill);
    }
  }

  /** By a pod that was not RETIRED and had capital, on the day before and when it was decided. */
  private boolean isTradedByOthers(String symbol, long close) {
    PortfolioLayout then = market.timeline().at(close).scope().layout();
    int traded = then.universe().indexOf(symbol);
    for (int p = 0; p < then.podCount(); p++) {
      PodRow day = days.get(then.pod(p).podId());
      if (then.trades(p, traded)
          && day != null
          && day.time() <= close
          && !day.state().equals(LifecycleState.RETIRED.name())
          && day.capital() > 0) {
        return true;
      }
    }
    return false;
  }

  /** The id of a fill tells the close at which it was decided. */
  private static long decidedAt(PodFillRow fill) {
    Matcher matcher = DECIDED_AT.matcher(fill.fillId());
    if (!matcher.find()) {
      throw new IllegalArgumentException(fill.toString());
    }
    return Instant.parse(matcher.group(1)).toEpochMilli();
  }
}
