package io.podflow.domain.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.journal.AssetRow;
import io.podflow.domain.selection.AssetState;
import io.podflow.domain.selection.SelectorState;
import io.podflow.domain.settings.DecisionRows;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rows of assets under {@code journal.decisions: changes}. */
@Tag("LV8")
class AssetNewsTest {

  private final PodFixture pod = new PodFixture("A/USDT", "B/USDT");

  @BeforeEach
  void changes() {
    pod.written = DecisionRows.CHANGES;
  }

  private List<String> told(@Nullable AssetUpdate... updates) {
    return pod.close(updates).assets().stream().map(AssetRow::symbol).toList();
  }

  private AssetUpdate a(double signal) {
    return pod.update(0, 0.01, signal);
  }

  private AssetUpdate b(double signal) {
    return pod.update(1, 0.01, signal);
  }

  @Test
  void theFirstRowIsWrittenEvenOfATargetOfZero() {
    assertThat(told(a(0), b(1))).containsExactly("A/USDT", "B/USDT");
    assertThat(told(a(0), b(1))).isEmpty();
  }

  @Test
  void aTargetThatMovesByTheLeastIsWritten() {
    told(a(0.5), b(1));

    assertThat(told(a(Math.nextUp(0.5)), b(1))).containsExactly("A/USDT");
    assertThat(told(a(Math.nextUp(0.5)), b(1))).isEmpty();
    assertThat(told(a(0.5), b(-1))).containsExactly("A/USDT", "B/USDT");
  }

  @Test
  void aMachineThatMovesIsWrittenThoughTheTargetIsZeroBeforeAndAfter() {
    pod.selector = PodFixture.selector(true, 2, 1, 0);
    told(pod.update(0, 0.0, 0, 5), pod.update(1, 0.0, 0, 5));
    assertThat(told(pod.update(0, 0.0, 0, 5), pod.update(1, 0.0, 0, -0.5))).isEmpty();

    List<AssetRow> moved =
        pod.close(pod.update(0, 0.0, 0, 5), pod.update(1, 0.0, 0, -0.5)).assets();

    assertThat(moved)
        .singleElement()
        .satisfies(row -> assertThat(row.symbol()).isEqualTo("B/USDT"))
        .satisfies(row -> assertThat(row.rule()).isNotEmpty());
  }

  @Test
  void theRowAfterAMissedCloseIsWritten() {
    told(a(1), b(1));

    assertThat(told(a(1), null)).isEmpty();
    assertThat(told(a(1), b(1))).as("B might have gone stale").containsExactly("B/USDT");
    assertThat(told(a(1), b(1))).isEmpty();
  }

  @Test
  void aSymbolThatWasMissingAtTheFirstCloseIsWrittenWhenItComes() {
    pod.written = DecisionRows.CHANGES;
    told(a(1), null);

    assertThat(told(a(1), b(0))).containsExactly("B/USDT");
  }

  @Test
  void aRestartMakesNoDifference() {
    told(a(1), b(1));
    pod.restart();

    assertThat(told(a(1), b(0.5))).containsExactly("B/USDT");
  }

  @Test
  void targetsAloneNeedNoRowsOfAssets() {
    pod.written = DecisionRows.TARGETS;
    pod.state().machines[1] = new SelectorState(AssetState.RE_ENTRY, 1, 0, 0);

    PodDecision decision = pod.close(a(1), b(1));

    assertThat(decision.assets()).isEmpty();
    assertThat(decision.targets()[0]).isEqualTo(1);
  }
}
