package io.podflow.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBarDisplayTest {

  private static final String CLEAR_LINE = "\r\033[K";

  private final AtomicLong clock = new AtomicLong();
  private final StringWriter text = new StringWriter();
  private final ProgressBarDisplay bar =
      new ProgressBarDisplay(200_000_000, new PrintWriter(text), clock::get);

  private void after(long millis) {
    clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  /** What stood in the line, one after the other. */
  private List<String> drawn() {
    return List.of(text.toString().substring(CLEAR_LINE.length()).split("\r\033\\[K", -1));
  }

  @Test
  void showsShareRateAndRemainingTimeInOneLine() {
    after(3_000);
    bar.bars(0);
    after(2_000);
    bar.bars(50_000_000);
    after(100);
    bar.bars(60_000_000);
    after(3_900);
    bar.bars(150_000_000);
    assertThat(drawn())
        .containsExactly(
            "[................] starting",
            "[####............] 50,000,000 of 200,000,000 bars, 25,000,000 bars/s, ETA 6 s",
            "[############....] 150,000,000 of 200,000,000 bars, 25,000,000 bars/s, ETA 2 s");
  }

  @Test
  void fitsIntoATerminal() {
    after(100_000);
    bar.bars(1_400_000);
    assertThat(drawn()).allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
  }

  @Test
  void saysWhenOnlyDecisionsAreMissing() {
    after(3_000);
    bar.bars(200_000_000);
    bar.allRead();
    assertThat(drawn()).containsExactly("[################] all bars read, deciding, 3 s");
  }

  @Test
  void isGoneInTheEnd() {
    after(1_000);
    bar.bars(50_000_000);
    bar.close();
    after(1_000);
    bar.bars(100_000_000);
    assertThat(text.toString()).endsWith(CLEAR_LINE);
    assertThat(drawn()).hasSize(2);
  }

  @Test
  void makesRoomForTheWordOnInterrupts() {
    bar.bars(0);
    bar.interrupted();
    assertThat(text.toString())
        .endsWith(CLEAR_LINE + ProgressDisplay.INTERRUPTED + System.lineSeparator());
  }
}
