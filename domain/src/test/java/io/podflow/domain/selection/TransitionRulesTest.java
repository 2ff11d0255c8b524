package io.podflow.domain.selection;

import static io.podflow.domain.selection.SelectorRun.HIGH;
import static io.podflow.domain.selection.SelectorRun.LOW;
import static io.podflow.domain.selection.SelectorRun.MIDDLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The whole table: every state, with a low, middling or high score that does or does not complete a
 * confirmation, while the floor does or does not allow to leave. Five steps, two bars to leave, two
 * to return, three of rest. Machines are written as state, level, confirmation, cooldown.
 */
class TransitionRulesTest {

  private final TransitionRules rules = new TransitionRules(Selectors.with(5, 2, 2, 3, 2));

  @Tag("B4")
  @Tag("B5")
  @Tag("B6")
  @Tag("B7")
  @Tag("B9")
  @Tag("B10")
  @ParameterizedTest
  @CsvSource({
    // before                  | score | floor   | after
    "ACTIVE 5 0 0,               LOW,    MAY,      ACTIVE 5 1 0",
    "ACTIVE 5 0 0,               LOW,    REFUSED,  ACTIVE 5 1 0",
    "ACTIVE 5 1 0,               LOW,    MAY,      UNDERPERFORMING 4 0 0",
    "ACTIVE 5 1 0,               LOW,    REFUSED,  ACTIVE 5 0 0",
    "ACTIVE 5 1 0,               MIDDLE, MAY,      ACTIVE 5 0 0",
    "ACTIVE 5 1 0,               MIDDLE, REFUSED,  ACTIVE 5 0 0",
    "ACTIVE 5 1 0,               HIGH,   MAY,      ACTIVE 5 0 0",
    "ACTIVE 5 1 0,               HIGH,   REFUSED,  ACTIVE 5 0 0",
    "UNDERPERFORMING 3 1 0,      LOW,    MAY,      UNDERPERFORMING 2 0 0",
    "UNDERPERFORMING 3 1 0,      LOW,    REFUSED,  UNDERPERFORMING 2 0 0",
    "UNDERPERFORMING 3 1 0,      MIDDLE, MAY,      UNDERPERFORMING 2 0 0",
    "UNDERPERFORMING 3 1 0,      MIDDLE, REFUSED,  UNDERPERFORMING 2 0 0",
    "UNDERPERFORMING 3 0 0,      HIGH,   MAY,      UNDERPERFORMING 2 1 0",
    "UNDERPERFORMING 3 1 0,      HIGH,   MAY,      RE_ENTRY 4 0 0",
    "UNDERPERFORMING 3 1 0,      HIGH,   REFUSED,  RE_ENTRY 4 0 0",
    "UNDERPERFORMING 4 1 0,      HIGH,   MAY,      RE_ENTRY 5 0 0",
    "UNDERPERFORMING 1 0 9,      LOW,    MAY,      COOLDOWN 0 0 0",
    "UNDERPERFORMING 1 0 9,      LOW,    REFUSED,  COOLDOWN 0 0 0",
    "UNDERPERFORMING 1 0 9,      HIGH,   MAY,      COOLDOWN 0 0 0",
    "UNDERPERFORMING 1 1 9,      HIGH,   MAY,      RE_ENTRY 2 0 9",
    "UNDERPERFORMING 0 0 9,      LOW,    MAY,      COOLDOWN 0 0 0",
    "UNDERPERFORMING 0 1 9,      HIGH,   MAY,      RE_ENTRY 1 0 9",
    "COOLDOWN 0 0 0,             HIGH,   MAY,      COOLDOWN 0 0 1",
    "COOLDOWN 0 0 1,             HIGH,   REFUSED,  COOLDOWN 0 0 2",
    "COOLDOWN 0 0 2,             HIGH,   MAY,      COOLDOWN 0 1 3",
    "COOLDOWN 0 1 3,             HIGH,   MAY,      RE_ENTRY 1 0 4",
    "COOLDOWN 0 1 3,             HIGH,   REFUSED,  RE_ENTRY 1 0 4",
    "COOLDOWN 0 1 3,             MIDDLE, MAY,      COOLDOWN 0 0 4",
    "COOLDOWN 0 1 3,             MIDDLE, REFUSED,  COOLDOWN 0 0 4",
    "COOLDOWN 0 1 3,             LOW,    MAY,      COOLDOWN 0 0 4",
    "COOLDOWN 0 1 3,             LOW,    REFUSED,  COOLDOWN 0 0 4",
    "RE_ENTRY 2 0 3,             LOW,    MAY,      RE_ENTRY 3 1 3",
    "RE_ENTRY 2 0 3,             LOW,    REFUSED,  RE_ENTRY 3 1 3",
    "RE_ENTRY 2 1 3,             LOW,    MAY,      UNDERPERFORMING 1 0 3",
    "RE_ENTRY 2 1 3,             LOW,    REFUSED,  RE_ENTRY 3 0 3",
    "RE_ENTRY 1 1 3,             LOW,    MAY,      UNDERPERFORMING 0 0 3",
    "RE_ENTRY 2 1 3,             MIDDLE, MAY,      RE_ENTRY 3 0 3",
    "RE_ENTRY 2 1 3,             MIDDLE, REFUSED,  RE_ENTRY 3 0 3",
    "RE_ENTRY 2 1 3,             HIGH,   MAY,      RE_ENTRY 3 0 3",
    "RE_ENTRY 2 1 3,             HIGH,   REFUSED,  RE_ENTRY 3 0 3",
    "RE_ENTRY 4 0 3,             LOW,    MAY,      ACTIVE 5 0 3",
    "RE_ENTRY 4 1 3,             LOW,    MAY,      UNDERPERFORMING 3 0 3",
    "RE_ENTRY 4 1 3,             LOW,    REFUSED,  ACTIVE 5 0 3",
    "RE_ENTRY 4 0 3,             HIGH,   MAY,      ACTIVE 5 0 3",
    "RE_ENTRY 5 0 3,             HIGH,   MAY,      ACTIVE 5 0 3",
  })
  void everyStateAndEvent(String before, String score, String floor, String after) {
    double value =
        switch (score) {
          case "LOW" -> LOW;
          case "MIDDLE" -> MIDDLE;
          default -> HIGH;
        };

    SelectorState next = rules.next(machine(before), value, floor.equals("MAY"), false);
    boolean enters = after.startsWith("COOLDOWN") && !before.startsWith("COOLDOWN");
    assertThat(next.cooldowns()).isEqualTo(enters ? 1 : 0);
    assertThat(uncounted(next)).isEqualTo(machine(after));
  }

  private static SelectorState uncounted(SelectorState machine) {
    return new SelectorState(
        machine.state(), machine.level(), machine.confirmation(), machine.cooldown());
  }

  @Tag("B9")
  @Test
  void noStateAndEventLeavesTheRampOrMovesMoreThanAStep() {
    List<SelectorState> visited = new ArrayList<>();
    for (AssetState state : AssetState.values()) {
      for (int level = 0; level <= 5; level++) {
        for (int confirmation = 0; confirmation < 2; confirmation++) {
          visited.add(new SelectorState(state, level, confirmation, 3));
        }
      }
    }
    for (SelectorState machine : visited) {
      for (double score : new double[] {LOW, MIDDLE, HIGH}) {
        for (boolean mayLeave : new boolean[] {true, false}) {
          SelectorState next = rules.next(machine, score, mayLeave, false);
          assertThat(next.level()).as("from %s", machine).isBetween(0, 5);
          assertThat(Math.abs(next.level() - machine.level()))
              .as("from %s to %s", machine, next)
              .isLessThanOrEqualTo(1);
        }
      }
    }
  }

  private static SelectorState machine(String text) {
    String[] parts = text.split(" ");
    return new SelectorState(
        AssetState.valueOf(parts[0]),
        Integer.parseInt(parts[1]),
        Integer.parseInt(parts[2]),
        Integer.parseInt(parts[3]));
  }
}
