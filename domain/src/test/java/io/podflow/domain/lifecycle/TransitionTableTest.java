package io.podflow.domain.lifecycle;

import static io.podflow.domain.lifecycle.Condition.ALL_EXCLUDED;
import static io.podflow.domain.lifecycle.Condition.BELOW_SHARPE_FLOOR;
import static io.podflow.domain.lifecycle.Condition.DEGRADED;
import static io.podflow.domain.lifecycle.Condition.DRAWDOWN_BREACHED;
import static io.podflow.domain.lifecycle.Condition.GRADUATES;
import static io.podflow.domain.lifecycle.Condition.INCUBATION_OVER;
import static io.podflow.domain.lifecycle.Condition.LOSS_MONTHS_REACHED;
import static io.podflow.domain.lifecycle.Condition.PROBATION_OVER;
import static io.podflow.domain.lifecycle.Condition.RECOVERED;
import static io.podflow.domain.lifecycle.Condition.REHABILITATED;
import static io.podflow.domain.lifecycle.Condition.RUINED;
import static io.podflow.domain.lifecycle.Condition.WARNING_OVER;
import static io.podflow.domain.settings.LifecycleState.PROBATION;
import static io.podflow.domain.settings.LifecycleState.PRODUCTION;
import static io.podflow.domain.settings.LifecycleState.RETIRED;
import static io.podflow.domain.settings.LifecycleState.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.podflow.domain.settings.LifecycleState;
import io.podflow.domain.testing.Shared;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole table: every state with every condition, alone and in every combination. */
class TransitionTableTest {

  /** By state: what it looks at, in order, and where that leads. */
  private static final Map<LifecycleState, List<Way>> WAYS =
      Map.of(
          LifecycleState.INCUBATION,
          List.of(
              new Way(RUINED, RETIRED),
              new Way(DRAWDOWN_BREACHED, RETIRED),
              new Way(LOSS_MONTHS_REACHED, RETIRED),
              new Way(GRADUATES, PRODUCTION),
              new Way(INCUBATION_OVER, RETIRED)),
          PRODUCTION,
          List.of(
              new Way(RUINED, RETIRED),
              new Way(DRAWDOWN_BREACHED, RETIRED),
              new Way(LOSS_MONTHS_REACHED, RETIRED),
              new Way(ALL_EXCLUDED, WARNING),
              new Way(DEGRADED, WARNING)),
          WARNING,
          List.of(
              new Way(RUINED, RETIRED),
              new Way(DRAWDOWN_BREACHED, RETIRED),
              new Way(LOSS_MONTHS_REACHED, RETIRED),
              new Way(BELOW_SHARPE_FLOOR, PROBATION),
              new Way(RECOVERED, PRODUCTION),
              new Way(WARNING_OVER, PROBATION)),
          PROBATION,
          List.of(
              new Way(RUINED, RETIRED),
              new Way(DRAWDOWN_BREACHED, RETIRED),
              new Way(LOSS_MONTHS_REACHED, RETIRED),
              new Way(REHABILITATED, PRODUCTION),
              new Way(PROBATION_OVER, RETIRED)));

  private record Way(Condition condition, LifecycleState to) {}

  /** A dash is an illegal pair: the condition does not move this state. */
  @Tag("L3")
  @ParameterizedTest
  @CsvSource({
    // condition          | INCUBATION | PRODUCTION | WARNING    | PROBATION  | RETIRED
    "RUINED,                RETIRED,     RETIRED,     RETIRED,     RETIRED,     -",
    "DRAWDOWN_BREACHED,     RETIRED,     RETIRED,     RETIRED,     RETIRED,     -",
    "LOSS_MONTHS_REACHED,   RETIRED,     RETIRED,     RETIRED,     RETIRED,     -",
    "GRADUATES,             PRODUCTION,  -,           -,           -,           -",
    "INCUBATION_OVER,       RETIRED,     -,           -,           -,           -",
    "ALL_EXCLUDED,          -,           WARNING,     -,           -,           -",
    "DEGRADED,              -,           WARNING,     -,           -,           -",
    "BELOW_SHARPE_FLOOR,    -,           -,           PROBATION,   -,           -",
    "RECOVERED,             -,           -,           PRODUCTION,  -,           -",
    "WARNING_OVER,          -,           -,           PROBATION,   -,           -",
    "REHABILITATED,         -,           -,           -,           PRODUCTION,  -",
    "PROBATION_OVER,        -,           -,           -,           RETIRED,     -",
  })
  void everyStateAndCondition(
      Condition condition,
      String incubation,
      String production,
      String warning,
      String probation,
      String retired) {
    assertThat(
            Stream.of(LifecycleState.values())
                .map(state -> next(state, EnumSet.of(condition)))
                .map(next -> next.isEmpty() ? "-" : next))
        .containsExactly(incubation, production, warning, probation, retired);
  }

  @Tag("L3")
  @ParameterizedTest
  @EnumSource(LifecycleState.class)
  void ofSeveralConditionsTheFirstInOrderDecides(LifecycleState state) {
    for (int bits = 0; bits < 1 << Condition.values().length; bits++) {
      Set<Condition> holding = EnumSet.noneOf(Condition.class);
      for (Condition condition : Condition.values()) {
        if ((bits >> condition.ordinal() & 1) == 1) {
          holding.add(condition);
        }
      }
      assertThat(next(state, holding)).as("%s %s", state, holding).isEqualTo(ahead(state, holding));
    }
  }

  /** Asking is work: nothing is asked that the state does not look at, nor after an answer. */
  @Tag("L3")
  @ParameterizedTest
  @EnumSource(LifecycleState.class)
  void asksInOrderAndOnlyWhatTheStateLooksAt(LifecycleState state) {
    List<Condition> asked = new ArrayList<>();
    TransitionTable.first(
        state,
        condition -> {
          asked.add(condition);
          return false;
        });
    assertThat(asked).isEqualTo(ways(state).stream().map(Way::condition).toList());
  }

  @TestFactory
  @Tag("D1")
  Stream<DynamicTest> allExcludedAgreesWithTheVectors() {
    return Shared.cases("strength.json")
        .filter(vector -> vector.path("op").asText().equals("all_excluded"))
        .map(v -> DynamicTest.dynamicTest(v.path("name").asText(), () -> checkState(v)));
  }

  private static void checkState(JsonNode vector) {
    LifecycleState state = LifecycleState.valueOf(vector.at("/input/state").asText());
    boolean allExcluded = vector.at("/input/all_excluded").asBoolean();
    String next = next(state, allExcluded ? EnumSet.of(ALL_EXCLUDED) : Set.of());
    assertThat(next.isEmpty() ? state.name() : next)
        .isEqualTo(vector.at("/expected/state").asText());
  }

  private static String ahead(LifecycleState state, Set<Condition> holding) {
    return ways(state).stream()
        .filter(way -> holding.contains(way.condition()))
        .map(way -> way.to().name())
        .findFirst()
        .orElse("");
  }

  private static List<Way> ways(LifecycleState state) {
    return WAYS.getOrDefault(state, List.of());
  }

  /** The next state, empty when the pod stays. */
  private static String next(LifecycleState state, Set<Condition> holding) {
    TransitionTable.Row row = TransitionTable.first(state, holding::contains);
    return row == null ? "" : row.to().name();
  }
}
