package io.podflow.job.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podflow.job.state.AlignmentState;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AlignmentOperatorTest {

  private static final boolean STREAMING = false;
  private static final boolean BATCH = true;

  @Test
  @Tag("B12")
  void aSetIsHandedOverOnceWhenEventTimePassesItsClose() throws Exception {
    try (var harness = harness(STREAMING, 100)) {
      harness.open();
      harness.processElement(3L, 10);
      harness.processElement(1L, 10);
      assertThat(texts(harness)).isEmpty();
      harness.processWatermark(10);
      assertThat(texts(harness)).containsExactly("10:[1, 3]");
      harness.processWatermark(15);
      assertThat(texts(harness)).containsExactly("10:[1, 3]");
    }
  }

  @Test
  void inputsOfALaterCloseWaitForTheirs() throws Exception {
    try (var harness = harness(STREAMING, 100)) {
      harness.open();
      harness.processElement(12L, 20);
      harness.processElement(3L, 10);
      harness.processWatermark(10);
      harness.processElement(11L, 20);
      harness.processWatermark(20);
      assertThat(texts(harness)).containsExactly("10:[3]", "20:[11, 12]");
    }
  }

  @Test
  void theClockTicksWithoutInputsUpToTheHorizon() throws Exception {
    try (var harness = harness(STREAMING, 40)) {
      harness.open();
      harness.processElement(3L, 10);
      harness.processWatermark(35);
      assertThat(texts(harness)).containsExactly("10:[3]", "20:[]", "30:[]");
      harness.processWatermark(Long.MAX_VALUE);
      assertThat(texts(harness)).containsExactly("10:[3]", "20:[]", "30:[]", "40:[]", "end");
      assertThat(harness.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void whatComesAfterItsCloseIsWrittenDownAndChangesNothing() throws Exception {
    try (var harness = harness(STREAMING, 100)) {
      harness.open();
      harness.processElement(3L, 10);
      harness.processWatermark(10);
      harness.processElement(4L, 10);
      harness.processWatermark(20);
      assertThat(texts(harness)).containsExactly("10:[3]", "20:[]");
      assertThat(harness.getSideOutput(LateInputs.TAG))
          .extracting(record -> record.getValue().message())
          .containsExactly("late 4");
    }
  }

  @Test
  void aRestoredOperatorGoesOnWhereItStopped() throws Exception {
    OperatorSubtaskState snapshot;
    try (var harness = harness(STREAMING, 40)) {
      harness.open();
      harness.processElement(3L, 10);
      harness.processElement(13L, 20);
      harness.processWatermark(10);
      snapshot = harness.snapshot(1, 1);
    }
    try (var harness = harness(STREAMING, 40)) {
      harness.initializeState(snapshot);
      harness.open();
      harness.processElement(14L, 20);
      harness.processWatermark(Long.MAX_VALUE);
      assertThat(texts(harness)).containsExactly("20:[13, 14]", "30:[]", "40:[]", "end");
    }
  }

  @Test
  @Tag("J3")
  void sortedInputGivesTheSameWithoutWatermarks() throws Exception {
    try (var harness = harness(BATCH, 60)) {
      harness.open();
      harness.processElement(1L, 10);
      harness.processElement(3L, 10);
      harness.processElement(32L, 40);
      assertThat(texts(harness)).containsExactly("10:[1, 3]", "20:[]", "30:[]");
      harness.processWatermark(Long.MAX_VALUE);
      assertThat(texts(harness))
          .containsExactly("10:[1, 3]", "20:[]", "30:[]", "40:[32]", "50:[]", "60:[]", "end");
    }
  }

  @Test
  void anOutputCarriesItsCloseAsTimestampAlsoWhenALaterInputClosesTheSet() throws Exception {
    try (var harness = harness(BATCH, 60)) {
      harness.open();
      harness.processElement(1L, 10);
      harness.processElement(32L, 40);
      assertThat(records(harness))
          .extracting(StreamRecord::getTimestamp)
          .containsExactly(10L, 20L, 30L);
    }
  }

  @Test
  void inputOutOfOrderIsRefusedWhereOrderIsPromised() throws Exception {
    try (var harness = harness(BATCH, 60)) {
      harness.open();
      harness.processElement(32L, 40);
      assertThatThrownBy(() -> harness.processElement(1L, 10))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("close 10 after 40");
    }
  }

  private static KeyedOneInputStreamOperatorTestHarness<Integer, Long, String> harness(
      boolean sorted, long horizon) throws Exception {
    AlignmentOperator<Long, Long, String> operator =
        new AlignmentOperator<>(
            new SumStep(horizon), AlignmentState.of(Types.LONG, Types.LONG), sorted);
    return new KeyedOneInputStreamOperatorTestHarness<>(operator, input -> 0, Types.INT);
  }

  private static List<String> texts(KeyedOneInputStreamOperatorTestHarness<?, ?, String> harness) {
    return records(harness).stream().map(StreamRecord::getValue).toList();
  }

  @SuppressWarnings("unchecked")
  private static List<StreamRecord<String>> records(
      KeyedOneInputStreamOperatorTestHarness<?, ?, String> harness) {
    return harness.getOutput().stream()
        .filter(element -> !(element instanceof Watermark))
        .map(element -> (StreamRecord<String>) element)
        .toList();
  }
}
