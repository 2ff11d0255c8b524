package io.podflow.job.operator;

import static io.podflow.job.operator.TwoTimeframes.HALF;
import static io.podflow.job.operator.TwoTimeframes.HALF_DAY;
import static io.podflow.job.operator.TwoTimeframes.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.journal.AssetRow;
import io.podflow.domain.pod.PodDecision;
import io.podflow.job.engine.RunScope;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The alignment operator with the pods' step behind it, close by close. */
class PodAlignmentTest {

  private static final RunScope SCOPE = TwoTimeframes.scope(3);
  private static final boolean STREAMING = false;
  private static final int CLOSES = 6;
  private static final int B = 0;
  private static final int C = 1;

  @ParameterizedTest
  @Tag("B12")
  @EnumSource
  void aPodIsAskedOncePerCloseWithAllItsSymbols(Backend backend) throws Exception {
    try (var pods = Harness.pods(SCOPE, STREAMING, backend).open()) {
      pods.take(update(C, 1));
      pods.passes(close(1) - 1);
      assertThat(pods.outputs()).isEmpty();
      pods.take(update(B, 1));
      pods.passes(close(1));
      pods.passes(close(2) - 1);
      assertThat(pods.outputs()).hasSize(1);
      assertThat(pods.outputs().get(0).assets())
          .extracting(AssetRow::symbol)
          .containsExactly("B/U", "C/U");
      assertThat(pods.timestamps()).containsExactly(close(1));
    }
  }

  @ParameterizedTest
  @Tag("B12")
  @EnumSource
  void closesWithoutBarsAreClosesAllTheSame(Backend backend) throws Exception {
    try (var pods = Harness.pods(SCOPE, STREAMING, backend).open()) {
      pods.take(update(B, 1));
      pods.take(update(C, 1));
      pods.take(update(C, 4));
      pods.ends();
      assertThat(pods.timestamps())
          .isEqualTo(
              LongStream.rangeClosed(1, CLOSES).map(PodAlignmentTest::close).boxed().toList());
      assertThat(pods.outputs())
          .extracting(decision -> decision.assets().size())
          .containsExactly(2, 0, 0, 1, 0, 0);
      assertThat(pods.outputs().get(3).events())
          .as("stale at the third close missed in a row")
          .extracting(event -> event.symbol())
          .containsExactly("B/U");
    }
  }

  @ParameterizedTest
  @EnumSource
  void theWarmUpIsRememberedAndDecidesNothing(Backend backend) throws Exception {
    try (var pods = Harness.pods(SCOPE, STREAMING, backend).open()) {
      for (int i = -3; i <= 0; i++) {
        pods.take(update(C, i));
      }
      pods.passes(close(0));
      assertThat(pods.outputs()).isEmpty();
      for (int i = 1; i <= 3; i++) {
        pods.take(update(B, i));
      }
      pods.passes(close(3));
      assertThat(pods.timestamps()).containsExactly(close(1), close(2), close(3));
      assertThat(pods.outputs().get(2).events())
          .as("a symbol whose bars stopped with the warm-up is stale like any other")
          .extracting(event -> event.symbol())
          .containsExactly("C/U");
    }
  }

  @ParameterizedTest
  @Tag("L5")
  @Tag("B12")
  @EnumSource
  void aRestartInTheMiddleOfASetLosesNothingOfIt(Backend backend) throws Exception {
    OperatorSubtaskState snapshot;
    try (var pods = Harness.pods(SCOPE, STREAMING, backend).open()) {
      pods.take(update(B, 1));
      pods.passes(close(1));
      pods.take(update(C, 2));
      snapshot = pods.snapshot();
    }
    try (var pods = Harness.pods(SCOPE, STREAMING, backend).open(snapshot)) {
      pods.take(update(B, 2));
      pods.ends();
      List<PodDecision> decisions = pods.outputs();
      assertThat(decisions)
          .extracting(PodDecision::closeTime)
          .isEqualTo(
              LongStream.rangeClosed(2, CLOSES).map(PodAlignmentTest::close).boxed().toList());
      assertThat(decisions.get(0).assets())
          .extracting(AssetRow::symbol)
          .containsExactly("B/U", "C/U");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anUpdateAfterItsCloseIsWrittenDownAndChangesNothing(Backend backend) throws Exception {
    try (var pods = Harness.pods(SCOPE, STREAMING, backend).open()) {
      pods.take(update(B, 1));
      pods.passes(close(1));
      pods.take(update(C, 1));
      assertThat(pods.late())
          .singleElement()
          .satisfies(
              event -> {
                assertThat(event.time()).isEqualTo(close(1));
                assertThat(event.pod()).isEqualTo("half");
                assertThat(event.symbol()).isEqualTo("C/U");
              });
      assertThat(pods.keysWith("waiting")).isZero();
      pods.passes(close(2));
      assertThat(pods.outputs()).extracting(d -> d.assets().size()).containsExactly(1, 0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void setsAndTimersGoAndOnlyTheMemoryStays(Backend backend) throws Exception {
    try (var pods = Harness.pods(SCOPE, STREAMING, backend).open()) {
      pods.take(update(B, 1));
      pods.take(update(B, 3));
      assertThat(pods.timers()).as("two closes and the end").isEqualTo(3);
      pods.passes(close(2));
      assertThat(pods.keysWith("waiting")).isOne();
      assertThat(pods.timers()).as("the next close and the end").isEqualTo(2);
      pods.passes(close(3));
      assertThat(pods.keysWith("waiting")).isZero();
      pods.passes(close(CLOSES));
      assertThat(pods.timers()).as("the end").isOne();
      pods.ends();
      assertThat(pods.timers()).isZero();
      assertThat(pods.keysWith("memory")).isOne();
      assertThat(pods.keysWith("clock")).isOne();
    }
  }

  /** The i-th half-day close of the run; 0 and below are in the warm-up. */
  private static long close(long i) {
    return START + i * HALF_DAY;
  }

  private static AssetUpdate update(int position, int i) {
    return new AssetUpdate(
        HALF,
        position,
        close(i),
        100,
        100 + i,
        100,
        100 + i,
        0.01,
        1,
        "",
        4,
        0.5,
        0.02,
        0.01,
        Double.NaN,
        false,
        0);
  }
}
