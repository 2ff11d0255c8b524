package io.podflow.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {

  private final AtomicLong clock = new AtomicLong(1_000_000);
  private final StringWriter text = new StringWriter();
  private final ProgressLines progress =
      new ProgressLines(10_000, new PrintWriter(text), clock::get);

  private void after(long seconds) {
    clock.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }

  private String shown() {
    return text.toString();
  }

  @Test
  void aShortRunSaysNothing() {
    progress.bars(5_000);
    after(4);
    progress.bars(9_999);
    progress.allRead();
    progress.close();
    assertThat(shown()).isEmpty();
  }

  @Test
  void everyFiveSecondsALineWithRateAndRemainingTime() {
    after(5);
    progress.bars(2_000);
    after(4);
    progress.bars(3_000);
    after(1);
    progress.bars(4_000);
    assertThat(shown().lines())
        .containsExactly(
            "2,000 of 10,000 bars, 400 bars/s, ETA 20 s",
            "4,000 of 10,000 bars, 400 bars/s, ETA 15 s");
  }

  @Test
  void theStartOfTheEngineIsNotCountedAsSlowness() {
    after(20);
    progress.bars(0);
    after(2);
    progress.bars(5_000);
    assertThat(shown().lines()).containsExactly("5,000 of 10,000 bars, 2,500 bars/s, ETA 2 s");
  }

  @Test
  void nothingIsKnownBeforeTheFirstBar() {
    after(60);
    progress.bars(0);
    assertThat(shown()).isEmpty();
  }

  @Test
  void itDoesNotSayAllIsDoneWhileDecisionsAreBeingMade() {
    after(7);
    progress.bars(10_000);
    progress.allRead();
    after(1);
    progress.allRead();
    after(5);
    progress.bars(10_000);
    progress.allRead();
    assertThat(shown().lines())
        .containsExactly("all bars read, deciding, 7 s", "all bars read, deciding, 13 s");
  }

  @Test
  void moreBarsThanExpectedAreNoNegativeTime() {
    after(5);
    progress.bars(10_001);
    assertThat(shown()).isEmpty();
  }

  @Test
  void aStepSaysHowMuchOfItIsDoneAndHowLongTheRestTakes() {
    progress.stage("pods: closes", 0, 100);
    after(10);
    progress.stage("pods: closes", 20, 100);
    after(6);
    progress.stage("portfolio: closes", 1, 50);
    after(5);
    progress.stage("portfolio: closes", 25, 50);
    assertThat(shown().lines())
        .containsExactly(
            "pods: closes, 20 of 100, ETA 40 s",
            "portfolio: closes, 1 of 50",
            "portfolio: closes, 25 of 50, ETA 5 s");
  }

  @Test
  void paceIsNotSaidBeforeItIsMeasured() {
    after(5);
    progress.bars(0);
    clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(900));
    progress.bars(9_000);
    progress.stage("pods: closes", 0, 100);
    after(5);
    progress.stage("pods: closes", 0, 100);
    assertThat(shown().lines()).containsExactly("9,000 of 10,000 bars", "pods: closes, 0 of 100");
  }

  @Test
  void remainingTimeOfLessThanHalfASecondIsNotSaid() {
    after(10);
    progress.bars(9_900);
    progress.stage("pods: closes", 0, 100);
    after(10);
    progress.stage("pods: closes", 100, 100);
    assertThat(shown().lines())
        .containsExactly("9,900 of 10,000 bars, 990 bars/s", "pods: closes, 100 of 100");
  }

  @Test
  void anInterruptIsSaid() {
    progress.interrupted();
    assertThat(shown()).startsWith("podflow: interrupted; nothing is left of the run");
  }
}
