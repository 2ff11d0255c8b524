package io.podflow.app.state.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.execution.Trade;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.pod.TargetFactors;
import io.podflow.job.state.PortfolioInput;
import io.podflow.savepoints.flink.SavepointFolder;
import io.podflow.savepoints.flink.SavepointWriting;
import io.podflow.savepoints.flink.StateReading;
import io.podflow.savepoints.state.JobState;
import io.podflow.savepoints.state.PortfolioEntry;
import io.podflow.savepoints.testing.Upgraded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A savepoint that a version without causes has written while the portfolio waited with pods'
 * decisions for their close: a made-up state with something in every field. The decisions are read
 * with what was unknown then, and go on.
 */
@Tag("L5")
@Tag("TR4")
class WaitingInputsTest {

  private static final Path FIXTURE = Path.of("src/test/resources/waiting-inputs/0.1.0");

  @TempDir private Path folder;

  @Test
  void decisionsOfBeforeAreReadWithoutFactors() throws Exception {
    PortfolioEntry entry = portfolio(upgraded());

    assertThat(told(entry)).isEqualTo(Files.readAllLines(FIXTURE.resolve("waiting.txt")));
    for (PodDecision decision : decisions(entry)) {
      assertThat(decision.factors()).hasSameSizeAs(decision.targets());
      for (int i = 0; i < decision.targets().length; i++) {
        assertThat(decision.factors()[i]).isEqualTo(TargetFactors.of(decision.targets()[i]));
      }
    }
  }

  @Test
  void tradesOfBeforeAreReadWithACause() throws Exception {
    PortfolioEntry entry = portfolio(upgraded());

    Trade[] waiting =
        Arrays.stream(Objects.requireNonNull(entry.memory()).waiting)
            .filter(Objects::nonNull)
            .toArray(Trade[]::new);
    assertThat(waiting).isNotEmpty();
    assertThat(waiting).allMatch(trade -> trade.why() != null && !trade.atMark());
  }

  @Test
  void whatWasReadIsWrittenAndReadAgain() throws Exception {
    JobState before = read(upgraded());
    Path again = folder.resolve("again");

    SavepointWriting.create(before, again);

    PortfolioEntry entry = portfolio(again);
    assertThat(told(entry)).isEqualTo(Files.readAllLines(FIXTURE.resolve("waiting.txt")));
    assertThat(decisions(entry)).allMatch(decision -> decision.factors().length > 0);
  }

  private Path upgraded() throws Exception {
    return Upgraded.of(FIXTURE.resolve("savepoint"), folder);
  }

  private static JobState read(Path savepoint) throws Exception {
    return StateReading.read(SavepointFolder.open(savepoint.toString()));
  }

  private static PortfolioEntry portfolio(Path savepoint) throws Exception {
    return Objects.requireNonNull(read(savepoint).portfolio());
  }

  private static List<PodDecision> decisions(PortfolioEntry entry) {
    List<PodDecision> decisions = new ArrayList<>();
    for (PortfolioInput input : entry.waiting()) {
      PodDecision pod = input.pod();
      if (pod != null) {
        decisions.add(pod);
      }
    }
    return decisions;
  }

  private static List<String> told(PortfolioEntry entry) {
    List<String> lines = new ArrayList<>();
    for (PortfolioInput input : entry.waiting()) {
      PodDecision pod = input.pod();
      if (pod != null) {
        lines.add(input.closeTime() + "|" + pod.pod() + "|" + Arrays.toString(pod.targets()));
      }
    }
    return lines;
  }
}
