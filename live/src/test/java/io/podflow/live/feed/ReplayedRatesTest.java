package io.podflow.live.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.execution.FundingRates;
import io.podflow.domain.market.FundingRate;
import io.podflow.domain.market.RunWindow;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("EV7")
class ReplayedRatesTest {

  private static final long BEGINNING = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();
  private static final long FROM = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();

  private static final Map<String, FundingRates.Series> SERIES =
      Map.of(
          "A",
          new FundingRates.Series(
              new long[] {FROM - 5, FROM, FROM + 8, FROM + 16, FROM + 24},
              new double[] {0.1, 0.2, 0.3, 0.4, 0.5}),
          "B",
          new FundingRates.Series(new long[] {FROM + 8, FROM + 9}, new double[] {-0.1, -0.2}),
          "C",
          new FundingRates.Series(new long[] {FROM + 99}, new double[] {9}));

  @Test
  void theyBeginWithOneThatIsNeverPaidAndEndWithTheRange() {
    assertThat(ReplayedRates.of(SERIES, new RunWindow(FROM, FROM + 8, FROM + 16)))
        .containsExactly(
            new FundingRate("B", BEGINNING, 0),
            new FundingRate("C", BEGINNING, 0),
            new FundingRate("A", FROM, 0.2),
            new FundingRate("A", FROM + 8, 0.3),
            new FundingRate("B", FROM + 8, -0.1),
            new FundingRate("B", FROM + 9, -0.2),
            new FundingRate("A", FROM + 16, 0.4));
  }

  /** What one replay has sent last the next one begins with: the same record, which is ignored. */
  @Test
  void oneReplayGoesOnWhereAnotherEnds() {
    RunWindow next = new RunWindow(FROM + 16, FROM + 16, FROM + 24);

    assertThat(ReplayedRates.of(SERIES, next))
        .containsExactly(
            new FundingRate("C", BEGINNING, 0),
            new FundingRate("B", FROM + 9, -0.2),
            new FundingRate("A", FROM + 16, 0.4),
            new FundingRate("A", FROM + 24, 0.5));
  }
}
