package io.podflow.job.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.settings.DecisionRows;
import io.podflow.domain.settings.JournalSettings;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.domain.settings.UnsentRows;
import io.podflow.job.cleanup.Scratch;
import io.podflow.job.testing.ListFeed;
import io.podflow.job.testing.RandomPortfolio;
import io.podflow.job.testing.Runs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** What {@code journal.decisions} leaves out, and that nothing else changes by it. */
@Tag("LV8")
class WrittenRowsProperties {

  private static final int DAYS = 60;
  private static final int RULE = 15;

  /** Columns of assets that stand between two rows: state, multiplier, target. */
  private static final int[] STANDING = {14, 16, 22};

  private static RunScope scope(PodflowSettings settings, DecisionRows rows) {
    JournalSettings journal = new JournalSettings(UnsentRows.DECIDED, rows);
    return RandomPortfolio.scope(
        new PodflowSettings(settings.backtest(), settings.orchestrator(), journal), DAYS);
  }

  private static List<String> untold(RunRows run) {
    return run.rows("events").stream()
        .filter(row -> !row.contains("journal.decisions is"))
        .toList();
  }

  @Property(tries = 6, shrinking = ShrinkingMode.OFF)
  void whatIsLeftOutStandsInTheRowBefore(@ForAll long seed) throws Exception {
    RandomPortfolio portfolio = new RandomPortfolio(seed, DAYS);
    PodflowSettings settings = portfolio.settings();
    RunScope all = scope(settings, DecisionRows.ALL);
    ListFeed feed = portfolio.market(all);
    RunRows whole = RunRows.of(all, feed);
    RunRows changes = RunRows.of(scope(settings, DecisionRows.CHANGES), feed);
    RunRows targets = RunRows.of(scope(settings, DecisionRows.TARGETS), feed);

    whole
        .tables()
        .forEach(
            (table, rows) -> {
              if (!table.equals("assets") && !table.equals("events")) {
                assertThat(changes.rows(table)).as(table).isEqualTo(rows);
                boolean gone = List.of("pods", "allocations", "monitors").contains(table);
                assertThat(targets.rows(table)).as(table).isEqualTo(gone ? List.of() : rows);
              }
            });
    assertThat(targets.rows("assets")).isEmpty();
    assertThat(untold(changes)).isEqualTo(untold(whole)).isEqualTo(whole.rows("events"));
    assertThat(untold(targets)).isEqualTo(whole.rows("events"));
    long days = whole.rows("equity").stream().map(row -> row.substring(0, 10)).distinct().count();
    assertThat(changes.rows("events").size() - whole.rows("events").size())
        .as("told once a day")
        .isBetween((int) days - 1, (int) days + 1);
    assertFilledForward(whole.rows("assets"), changes.rows("assets"));
  }

  private static void assertFilledForward(List<String> whole, List<String> changes) {
    Map<String, String> last = new HashMap<>();
    int next = 0;
    for (String row : whole) {
      String seat = RunRows.column(row, 1) + "|" + RunRows.column(row, 2);
      if (next < changes.size() && changes.get(next).equals(row)) {
        next++;
        last.put(seat, row);
      } else {
        String standing = last.getOrDefault(seat, "");
        assertThat(standing).as("left out before any row: " + row).isNotEmpty();
        assertThat(RunRows.column(row, RULE)).isEmpty();
        for (int column : STANDING) {
          assertThat(RunRows.column(row, column)).isEqualTo(RunRows.column(standing, column));
        }
      }
    }
    assertThat(next).as("no row of its own").isEqualTo(changes.size());
  }

  @Property(tries = 2, shrinking = ShrinkingMode.OFF)
  @Tag("J3")
  void everyEngineWritesTheSameRows(@ForAll long seed) throws Exception {
    RandomPortfolio portfolio = new RandomPortfolio(seed, DAYS);
    RunScope scope = scope(portfolio.settings(), DecisionRows.CHANGES);
    ListFeed feed = portfolio.market(scope);
    try (Scratch scratch = Scratch.create("podflow-written")) {
      Runs runs = new Runs(scope, feed, scratch.folder());
      Map<String, List<String>> inline = RunRows.of(scope, feed).tables();

      assertThat(runs.batch(2)).isEqualTo(inline);
      assertThat(runs.interrupted(2, feed.bars().size() / 2)).isEqualTo(inline);
    }
  }
}
