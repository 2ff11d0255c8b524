package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.podflow.api.Bar;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.FillRow;
import io.podflow.domain.journal.OrderRow;
import io.podflow.domain.journal.PodFillRow;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.domain.portfolio.books.PortfolioState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.statistics.Statistics;

class PortfolioStepProperties {

  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(MapperFeature.AUTO_DETECT_IS_GETTERS).build();

  @Property(tries = 200)
  @Tag("L7")
  void theBooksBalanceAtEveryClose(@ForAll long seed) {
    Scenario scenario = Scenario.random(seed);
    List<PortfolioDecision> decisions = scenario.run();
    Auditor auditor = new Auditor(scenario);
    for (int i = 0; i < scenario.closes().size(); i++) {
      auditor.audit(scenario.closes().get(i), decisions.get(i));
    }
    boolean crossed =
        decisions.stream().flatMap(d -> d.podFills().stream()).anyMatch(PodFillRow::crossed);
    boolean stale =
        decisions.stream()
            .flatMap(d -> d.orders().stream())
            .anyMatch(order -> order.reason().equals("stale"));
    boolean ruined =
        decisions.stream()
            .flatMap(d -> d.events().stream())
            .anyMatch(event -> event.kind() == EventKind.RUIN);
    Statistics.label("used up").collect(ruined);
    Statistics.label("crossed").collect(crossed);
    Statistics.label("closed as stale").collect(stale);
  }

  @Property(tries = 100)
  @Tag("L7")
  void everyOrderHasOneFateAndOneIdAndIsDecidedBeforeItFills(@ForAll long seed) {
    Set<String> ids = new HashSet<>();
    for (PortfolioDecision decision : Scenario.random(seed).run()) {
      List<String> filled = new ArrayList<>();
      for (OrderRow order : decision.orders()) {
        assertThat(ids.add(order.orderId())).as("once: %s", order).isTrue();
        if (order.status().equals("FILLED")) {
          filled.add(order.orderId());
          assertThat(order.time() == decision.closeTime())
              .as("only a stale close and a liquidation are at once")
              .isEqualTo(order.reason().equals("stale") || order.reason().equals("risk"));
        }
      }
      assertThat(decision.fills()).extracting(FillRow::orderId).isEqualTo(filled);
    }
  }

  @Property(tries = 100)
  @Tag("L7")
  void nothingBeforeAChangedCloseChangesAndItsFillsDoNotSeeIt(
      @ForAll long seed, @ForAll @DoubleRange(min = 0, max = 0.99) double where) {
    Scenario scenario = Scenario.random(seed);
    int k = (int) (where * scenario.closes().size());
    List<Scenario.Close> changed = new ArrayList<>(scenario.closes());
    for (int i = k; i < changed.size(); i++) {
      changed.set(i, otherEnd(changed.get(i)));
    }
    List<PortfolioDecision> before = scenario.run();
    List<PortfolioDecision> after =
        new Scenario(scenario.layout(), scenario.capital(), changed).run();
    assertThat(after.subList(0, k)).isEqualTo(before.subList(0, k));
    String now = ":" + Instant.ofEpochMilli(scenario.closes().get(k).time()) + ":";
    assertThat(after.get(k).fills().stream().filter(row -> !row.fillId().contains(now)))
        .as("but for what is closed at the mark")
        .containsExactlyElementsOf(
            before.get(k).fills().stream().filter(row -> !row.fillId().contains(now)).toList());
    assertThat(after.get(k).podFills().stream().filter(row -> !row.fillId().contains(now)))
        .containsExactlyElementsOf(
            before.get(k).podFills().stream().filter(row -> !row.fillId().contains(now)).toList());
  }

  @Property(tries = 50)
  @Tag("J3")
  void aStateCarriedThroughACopyGivesTheSameBits(@ForAll long seed) {
    Scenario scenario = Scenario.random(seed);
    assertThat(scenario.run(PortfolioStepProperties::copy)).isEqualTo(scenario.run());
  }

  /** The same opens, but closes and wishes of which the open cannot know. */
  private static Scenario.Close otherEnd(Scenario.Close close) {
    Bar[] bars = close.bars().clone();
    for (int s = 0; s < bars.length; s++) {
      Bar b = bars[s];
      if (b != null) {
        double end = b.close() * 1.5;
        bars[s] =
            new Bar(s, b.timeframe(), b.closeTime(), b.open(), b.high() * 1.5, b.low(), end, 1);
      }
    }
    PodDecision[] pods = close.pods().clone();
    for (int p = 0; p < pods.length; p++) {
      PodDecision d = pods[p];
      if (d != null) {
        double[] targets = Arrays.stream(d.targets()).map(t -> 0.3 - t).toArray();
        pods[p] =
            new PodDecision(
                p,
                d.closeTime(),
                targets,
                d.present(),
                d.adx(),
                d.allExcluded(),
                1,
                d.day(),
                d.assets(),
                d.events());
      }
    }
    return new Scenario.Close(close.time(), bars, pods);
  }

  private static PortfolioState copy(PortfolioState state) {
    try {
      return JSON.readValue(JSON.writeValueAsBytes(state), PortfolioState.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
