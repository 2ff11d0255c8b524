package io.podflow.job.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.job.testing.ListFeed;
import io.podflow.job.testing.RandomPortfolio;
import io.podflow.job.testing.RunTables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/**
 * Nothing that is written about a moment depends on what comes after it: with other bars after
 * <i>t</i>, every row up to <i>t</i> is the same, bit for bit.
 *
 * <p>One column is about the future by its meaning. A row of {@code orders} carries the close at
 * which the order was decided, and its {@code status} is known only when the order's fate is: at a
 * later open, or never. So of orders that are still open at <i>t</i> all columns but the status are
 * compared; of those that have a fill or an expiry up to <i>t</i>, all.
 */
@Tag("J3")
class LookAheadProperties {

  private static final int DAYS = 60;
  private static final int ORDER_ID = 1;
  private static final int ORDER_STATUS = 7;
  private static final int ORDER_VOLUME_SHARE = 10;
  private static final int FILL_ORDER_ID = 2;
  private static final int EVENT_KIND = 1;
  private static final int EVENT_MESSAGE = 7;

  @Property(tries = 25, shrinking = ShrinkingMode.OFF)
  void otherBarsAfterAMomentChangeNothingUpToIt(@ForAll long seed) throws IOException {
    RandomPortfolio portfolio = new RandomPortfolio(seed, DAYS);
    RunScope scope = RandomPortfolio.scope(portfolio.settings(), DAYS);
    ListFeed market = portfolio.market(scope);
    SplittableRandom random = new SplittableRandom(~seed);
    long moment =
        scope.window().from() + Timeframe.H12.millis() * (2 + random.nextInt(2 * DAYS - 2));

    RunRows run = RunRows.of(scope, market);
    Assume.that(!run.rowsUpTo("equity", moment).isEmpty());
    ListFeed changed = changedAfter(moment, market, random);
    RunRows other = RunRows.of(scope, changed);

    for (String table : RunTables.OF_CLOSES) {
      if (!table.equals("orders")) {
        assertThat(other.rowsUpTo(table, moment)).as(table).isEqualTo(run.rowsUpTo(table, moment));
      }
    }
    Set<String> settled = settledUpTo(moment, run);
    assertThat(orders(other, moment, settled)).isEqualTo(orders(run, moment, settled));
    assertThat(other.tables().equals(run.tables()))
        .as("what comes after shows, if there is anything")
        .isEqualTo(changed.bars().equals(market.bars()));
  }

  /** Every later bar at other prices, and some of them gone. */
  private static ListFeed changedAfter(long moment, ListFeed market, SplittableRandom random) {
    List<Bar> bars = new ArrayList<>();
    for (Bar bar : market.bars()) {
      if (bar.closeTime() <= moment) {
        bars.add(bar);
      } else if (random.nextInt(5) > 0) {
        bars.add(scaled(bar, 0.5 + random.nextDouble()));
      }
    }
    return new ListFeed(bars);
  }

  private static Bar scaled(Bar bar, double factor) {
    return new Bar(
        bar.symbol(),
        bar.timeframe(),
        bar.closeTime(),
        bar.open() * factor,
        bar.high() * factor,
        bar.low() * factor,
        bar.close() * factor,
        bar.volume() * factor);
  }

  /** Orders whose fate the rows up to {@code moment} tell. */
  private static Set<String> settledUpTo(long moment, RunRows run) {
    Set<String> ids = new HashSet<>();
    for (String fill : run.rowsUpTo("fills", moment)) {
      ids.add(RunRows.column(fill, FILL_ORDER_ID));
    }
    for (String event : run.rowsUpTo("events", moment)) {
      if (RunRows.column(event, EVENT_KIND).equals("order")) {
        ids.add(RunRows.column(event, EVENT_MESSAGE).split(" ", -1)[1]);
      }
    }
    return ids;
  }

  private static List<String> orders(RunRows run, long moment, Set<String> settled) {
    return run.rowsUpTo("orders", moment).stream()
        .map(row -> settled.contains(RunRows.column(row, ORDER_ID)) ? row : withoutStatus(row))
        .toList();
  }

  private static String withoutStatus(String row) {
    List<String> columns = new ArrayList<>(List.of(row.split("\\|", -1)));
    columns.remove(ORDER_VOLUME_SHARE);
    columns.remove(ORDER_STATUS);
    return String.join("|", columns);
  }
}
