package io.podflow.live.job;

import static io.podflow.job.testing.Versions.ONE;
import static io.podflow.job.testing.Versions.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podflow.api.Timeframe;
import io.podflow.connectors.wire.BarsTopic;
import io.podflow.connectors.wire.MarketMessage;
import io.podflow.connectors.wire.WireLimits;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.FeedItem;
import io.podflow.job.state.RawRecord;
import io.podflow.job.testing.Versions;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a job reads from its topic of bars, and what it remembers of it. */
@Tag("G1")
@Tag("L5")
class FeedIntakeTest {

  private static final long TIME = 1_704_067_200_000L;
  private static final BarsTopic WIRE = new BarsTopic(Set.of("C/U"), WireLimits.DEFAULT);

  @Test
  void theSubmittedVersionComesFirstAndSymbolsOfALaterOneAreKnownAfterIt() throws Exception {
    try (var intake = intake(Versions.first(ONE), null)) {
      send(intake, bar());
      assertThat(versions(intake)).containsExactly("start");
      assertThat(letters(intake)).singleElement().asString().contains("C/U", "a pod trades");
      send(intake, MarketMessage.version("v2", TIME, 0, Versions.yaml(ONE, TWO)));
      send(intake, bar());
      assertThat(letters(intake)).hasSize(1);
      List<FeedItem> items = intake.extractOutputValues();
      assertThat(Objects.requireNonNull(items.get(items.size() - 1).row()).symbol()).isEqualTo(2);
    }
  }

  @Test
  void anInvalidVersionIsTheWholeOfItADeadLetterAndTold() throws Exception {
    try (var intake = intake(Versions.first(ONE), null)) {
      send(intake, MarketMessage.version("v2", TIME, 0, "orchestrator: {pods: []}"));
      assertThat(versions(intake)).containsExactly("start");
      assertThat(letters(intake)).singleElement().asString().contains("version v2 was refused");
      assertThat(intake.extractOutputValues()).anyMatch(item -> item.fault() != null);
    }
  }

  /** Its new pods would never see the bar between; sent anew it is taken. */
  @Test
  void aVersionBehindRecordsThatItsHistoryDoesNotKnowIsADeadLetterAndChangesNothing()
      throws Exception {
    String yaml = Versions.yaml(ONE, TWO);
    try (var intake = intake(Versions.first(ONE), null)) {
      send(intake, 6, bar());
      send(intake, 7, MarketMessage.version("v2", TIME, 1, yaml, 6));
      send(intake, 8, bar().historyOf("v2"));
      assertThat(versions(intake)).containsExactly("start");
      assertThat(letters(intake).get(1))
          .startsWith("version v2 was refused: its history was made from the records before 6")
          .contains("it lies at 7", "send it anew");
      assertThat(intake.extractOutputValues())
          .as("neither an event nor its history, as it comes again")
          .noneMatch(item -> item.fault() != null || item.history() != null);
      send(intake, 9, MarketMessage.version("v3", TIME, 1, yaml, 9));
      send(intake, 10, bar().historyOf("v3"));
      assertThat(versions(intake)).containsExactly("start", "v3");
      assertThat(intake.extractOutputValues()).anyMatch(item -> item.history() != null);
    }
  }

  /** A reader that begins in the middle, as after a restart, decides by the same offsets. */
  @Test
  void whetherAVersionIsBehindDoesNotDependOnWhatWasReadBefore() throws Exception {
    String yaml = Versions.yaml(ONE, TWO);
    try (var intake = intake(Versions.first(ONE), null)) {
      send(intake, 8, MarketMessage.version("v2", TIME, 0, yaml, 7));
      send(intake, 9, MarketMessage.version("v3", TIME, 0, yaml, 10));
      assertThat(versions(intake)).containsExactly("start");
      assertThat(letters(intake)).hasSize(2);
    }
  }

  @Test
  void aRestartWithItsOldFileGoesOnWithWhatWasAppliedAndWithANewOneTakesIt() throws Exception {
    OperatorSubtaskState state;
    try (var intake = intake(Versions.first(ONE), null)) {
      send(intake, MarketMessage.version("v2", TIME, 0, Versions.yaml(ONE, TWO)));
      state = intake.snapshot(1, 1);
    }
    ConfigVersion old = ConfigVersion.first("old", Versions.first(ONE).yaml());
    try (var again = intake(old, state)) {
      send(again, bar());
      assertThat(versions(again)).isEmpty();
      assertThat(letters(again)).as("symbols of the applied version").isEmpty();
    }
    ConfigVersion less = ConfigVersion.first("less", Versions.first(TWO).yaml());
    try (var other = intake(less, state)) {
      send(other, bar());
      assertThat(versions(other)).containsExactly("less");
    }
    ConfigVersion broken =
        ConfigVersion.first(
            "broken", Versions.first(ONE.replace("buy-and-hold", "ts-momentum"), TWO).yaml());
    try (var refused = intake(broken, state)) {
      assertThatThrownBy(() -> send(refused, bar()))
          .isInstanceOf(SuppressRestartsException.class)
          .rootCause()
          .hasMessageContaining("strategy_name: ts-momentum (expected: buy-and-hold, as before)");
    }
  }

  private static MarketMessage bar() {
    return MarketMessage.bar("C/U", Timeframe.D1, TIME, 1, 1, 1, 1, 1);
  }

  private static List<String> versions(OneInputStreamOperatorTestHarness<RawRecord, FeedItem> in) {
    return in.extractOutputValues().stream()
        .map(FeedItem::version)
        .filter(Objects::nonNull)
        .map(ConfigVersion::id)
        .toList();
  }

  private static List<String> letters(OneInputStreamOperatorTestHarness<RawRecord, FeedItem> in) {
    var out = in.getSideOutput(Decode.DEAD_LETTERS);
    return out == null
        ? List.of()
        : out.stream().map(letter -> letter.getValue().reason()).toList();
  }

  private static void send(
      OneInputStreamOperatorTestHarness<RawRecord, FeedItem> intake, MarketMessage message)
      throws Exception {
    send(intake, 0, message);
  }

  private static void send(
      OneInputStreamOperatorTestHarness<RawRecord, FeedItem> intake,
      long offset,
      MarketMessage message)
      throws Exception {
    intake.processElement(
        new RawRecord("bars", 0, offset, TIME + Timeframe.D1.millis(), WIRE.encode(message)), 0);
  }

  private static OneInputStreamOperatorTestHarness<RawRecord, FeedItem> intake(
      ConfigVersion submitted, @Nullable OperatorSubtaskState state) throws Exception {
    var harness =
        new OneInputStreamOperatorTestHarness<>(new ProcessOperator<>(new FeedIntake(submitted)));
    harness.setProcessingTime(TIME + 2 * Timeframe.D1.millis());
    harness.setup();
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
    return harness;
  }
}
