package io.podflow.live.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.connectors.wire.ConfigMessage;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From when on a job trades, by what lies on its topic of configurations. */
@Tag("LV1")
class TradingBeginTest {

  private static final long DAY = 86_400_000L;

  private static ConfigMessage told(String id, long day, long begin) {
    return new ConfigMessage(id, day * DAY, "pods: []", begin * DAY);
  }

  private static ConfigMessage old(String id, long day) {
    return told(id, day, ConfigMessage.NOT_TOLD);
  }

  private static OptionalLong begin(ConfigMessage... published) {
    return TradingBegin.of(List.of(published));
  }

  private static OptionalLong day(long day) {
    return OptionalLong.of(day * DAY);
  }

  @Test
  void nothingPublishedTellsNothing() {
    assertThat(begin()).isEmpty();
  }

  @Test
  void theLastMessageSaysIt() {
    assertThat(begin(told("start-1", 100, 100), told("v2", 140, 100))).isEqualTo(day(100));
    assertThat(begin(told("start-1", 100, 100), told("start-2", 200, 200))).isEqualTo(day(200));
    assertThat(begin(old("start-1", 100), told("start-1", 100, 100))).isEqualTo(day(100));
  }

  @Test
  void beforeItWasSaidTheFirstVersionOfTheLastStartHoldsFromThere() {
    assertThat(begin(old("start-1", 100))).isEqualTo(day(100));
    assertThat(begin(old("start-1", 100), old("v2", 120))).isEqualTo(day(100));
    assertThat(begin(old("start-1", 100), old("v2", 120), old("start-1", 100), old("v2", 120)))
        .as("told again after a restart")
        .isEqualTo(day(100));
    assertThat(begin(old("start-1", 100), old("v2", 120), old("start-3", 110)))
        .as("a job that began anew, before what was said last")
        .isEqualTo(day(110));
    assertThat(begin(old("start-1", 100), old("v2", 120), old("start-3", 120), old("v4", 130)))
        .as("no two versions of one job hold from the same close")
        .isEqualTo(day(120));
  }

  @Test
  void aFileInTheMiddleMayBeOneOfAResumeOrOfAnotherJob() {
    assertThat(begin(old("start-1", 100), old("start-2", 150))).isEmpty();
    assertThat(begin(old("start-1", 100), old("start-2", 150), old("v3", 160))).isEmpty();
    assertThat(begin(old("start-1", 100), old("start-2", 150), old("start-4", 90)))
        .as("and one that has begun anew since is none of them")
        .isEqualTo(day(90));
    assertThat(begin(told("start-1", 1, 1), old("start-2", 2)))
        .as("a job of before on topics of one of today")
        .isEmpty();
  }
}
