package io.podflow.job.parity;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.settings.PodflowSettings;
import io.podflow.job.cleanup.Scratch;
import io.podflow.job.engine.RunScope;
import io.podflow.job.testing.ListFeed;
import io.podflow.job.testing.RandomPortfolio;
import io.podflow.job.testing.Runs;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** Random markets and configurations give the same bits however they are run. */
class ParityProperties {

  private static final int DAYS = 60;

  @Property(tries = 8, shrinking = ShrinkingMode.OFF)
  @Tag("J3")
  void everyEngineDecidesTheSame(@ForAll long seed) throws Exception {
    RandomPortfolio portfolio = new RandomPortfolio(seed, DAYS);
    PodflowSettings settings = portfolio.settings();
    RunScope scope = RandomPortfolio.scope(settings, DAYS);
    ListFeed feed = portfolio.market(scope);
    try (Scratch scratch = Scratch.create("podflow-parity")) {
      Runs runs = new Runs(scope, feed, scratch.folder());

      Map<String, List<String>> inline = runs.inline();

      assertThat(inline.get("equity")).hasSizeGreaterThan(DAYS / 2);
      assertThat(runs.batch(2)).isEqualTo(inline);
      assertThat(runs.interrupted(2, feed.bars().size() / 2)).isEqualTo(inline);
    }
  }
}
