package io.podflow.job.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.Test;

class CloseWatermarksTest {

  private final List<Long> emitted = new ArrayList<>();
  private final WatermarkOutput output =
      new WatermarkOutput() {
        @Override
        public void emitWatermark(Watermark watermark) {
          emitted.add(watermark.getTimestamp());
        }

        @Override
        public void markIdle() {
          throw new AssertionError("a bounded feed is never idle");
        }

        @Override
        public void markActive() {}
      };

  @Test
  void theFirstRecordOfALaterCloseEndsTheEarlierOnes() {
    CloseWatermarks<String> watermarks = new CloseWatermarks<>();
    watermarks.onEvent("a", 10, output);
    assertThat(emitted).containsExactly(9L);
    watermarks.onEvent("b", 10, output);
    assertThat(emitted).as("the close is still being collected").containsExactly(9L);
    watermarks.onEvent("c", 30, output);
    assertThat(emitted).containsExactly(9L, 29L);
  }

  @Test
  void theyNeverGoBack() {
    CloseWatermarks<String> watermarks = new CloseWatermarks<>();
    watermarks.onEvent("a", 30, output);
    watermarks.onEvent("b", 20, output);
    assertThat(emitted).containsExactly(29L);
  }

  @Test
  void timeAloneSaysNothing() {
    CloseWatermarks<String> watermarks = new CloseWatermarks<>();
    watermarks.onEvent("a", 30, output);
    watermarks.onPeriodicEmit(output);
    assertThat(emitted).containsExactly(29L);
  }
}
