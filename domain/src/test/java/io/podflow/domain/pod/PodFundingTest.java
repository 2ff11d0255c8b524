package io.podflow.domain.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.api.Timeframe;
import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.market.FundingRate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("EV7")
class PodFundingTest {

  private static final Offset<Double> EXACT = within(1e-15);

  private final PodFixture pod = new PodFixture("A/USDT", "B/USDT");
  private final Map<String, Double> rates = new HashMap<>();

  PodFundingTest() {
    pod.funding =
        (symbol, from, to) -> {
          assertThat(to - from).isEqualTo(pod.timeframe.millis());
          return rates.getOrDefault(symbol + " " + to / Timeframe.D1.millis(), 0.0);
        };
  }

  private void due(String symbol, int day, double rate) {
    rates.put(symbol + " " + day, rate);
  }

  private static DayReport day(PodDecision decision) {
    return Objects.requireNonNull(decision.day());
  }

  @Test
  void whatIsHeldPaysOnItsValueAtTheClose() {
    due("A/USDT", 1, 0.5);
    due("A/USDT", 2, 0.001);
    due("B/USDT", 2, 0.002);

    DayReport first = day(pod.close(pod.update(0, 0.0, 1), pod.update(1, 0.0, -0.5)));
    DayReport second = day(pod.close(pod.update(0, 0.1, 1), pod.update(1, -0.2, -0.5)));

    assertThat(first.dailyReturn()).as("nothing was held before").isZero();
    assertThat(first.funding()).isZero();
    double paid = 1 * 1.1 * 0.001 - 0.5 * 0.8 * 0.002;
    assertThat(second.funding()).isCloseTo(paid, EXACT);
    assertThat(second.dailyReturn()).isCloseTo(0.1 + 0.5 * 0.2 - paid, EXACT);
    assertThat(second.index()).isCloseTo(1 + second.dailyReturn(), EXACT);
  }

  @Test
  void whatIsDueWithoutABarIsPaidAtTheNextOne() {
    due("A/USDT", 2, 0.001);
    due("A/USDT", 3, 0.002);
    due("A/USDT", 4, 0.004);
    pod.close(pod.update(0, 0.0, 1), pod.update(1, 0.0, 0));

    DayReport without = day(pod.close(null, pod.update(1, 0.0, 0)));
    DayReport next = day(pod.close(pod.update(0, 0.2, 1), pod.update(1, 0.0, 0)));
    DayReport after = day(pod.close(pod.update(0, 0.0, 1), pod.update(1, 0.0, 0)));

    assertThat(without.funding()).isZero();
    assertThat(next.funding()).isCloseTo(1.2 * 0.003, EXACT);
    assertThat(next.dailyReturn()).isCloseTo(0.2 - 1.2 * 0.003, EXACT);
    assertThat(after.funding()).as("once").isCloseTo(0.004, EXACT);
  }

  @Test
  void aDaysFundingIsThatOfAllItsCloses() {
    pod.timeframe = Timeframe.H12;
    pod.funding = (symbol, from, to) -> symbol.equals("A/USDT") ? 0.001 : 0;
    pod.close(pod.update(0, 0.0, 1), pod.update(1, 0.0, 0));
    DayReport first = day(pod.close(pod.update(0, 0.0, 1), pod.update(1, 0.0, 0)));
    pod.close(pod.update(0, 0.1, 1), pod.update(1, 0.0, 0));
    DayReport second = day(pod.close(pod.update(0, 0.2, 1), pod.update(1, 0.0, 0)));

    assertThat(first.funding()).isCloseTo(0.001, EXACT);
    assertThat(second.funding()).isCloseTo(0.0011 + 0.0012, EXACT);
    assertThat(second.dailyReturn()).isCloseTo((1.1 - 0.0011) * (1.2 - 0.0012) - 1, within(1e-14));
  }

  /** A symbol that has had a record pays by records and no longer at the configured rate. */
  @Test
  void recordsTakeThePlaceOfTheConfiguredRate() {
    pod.funding = (symbol, from, to) -> 0.001;
    pod.close(pod.update(0, 0.0, 1), pod.update(1, 0.0, -0.5));
    record("B/USDT", 1.5, 0.02);
    record("B/USDT", 2.5, 0.04);
    record("B/USDT", 3, 0.08);

    DayReport first = day(pod.close(pod.update(0, 0.0, 1), pod.update(1, 0.0, -0.5)));
    DayReport second = day(pod.close(pod.update(0, 0.0, 1), pod.update(1, 0.0, -0.5)));
    DayReport third = day(pod.close(pod.update(0, 0.0, 1), pod.update(1, 0.0, -0.5)));

    assertThat(first.funding()).isCloseTo(0.001 - 0.5 * 0.02, EXACT);
    assertThat(second.funding()).isCloseTo(0.001 - 0.5 * 0.12, EXACT);
    assertThat(third.funding()).as("a day without a record").isCloseTo(0.001, EXACT);
  }

  @Test
  void aRecordWithoutABarIsPaidAtTheNextOne() {
    pod.close(pod.update(0, 0.0, 1), pod.update(1, 0.0, 0));
    record("A/USDT", 2, 0.001);
    record("A/USDT", 3, 0.002);

    DayReport without = day(pod.close(null, pod.update(1, 0.0, 0)));
    DayReport next = day(pod.close(pod.update(0, 0.2, 1), pod.update(1, 0.0, 0)));

    assertThat(without.funding()).isZero();
    assertThat(next.funding()).isCloseTo(1.2 * 0.003, EXACT);
  }

  private void record(String symbol, double day, double rate) {
    long time = (long) (day * Timeframe.D1.millis());
    PodStep.take(pod.state(), new FundingRate(symbol, time, rate));
  }

  @Test
  @SuppressWarnings("NullAway") // as a state of before is read
  void whatIsDueMovesWithItsSymbolAndIsNothingInOlderState() {
    PodState state = pod.state();
    state.fundingDue = new double[] {0.1, 0.2};
    PodFixture other = new PodFixture("C/USDT", "B/USDT");
    new PodStep(other.layout(), 0).warmUp(state, new AssetUpdate[2]);
    assertThat(state.fundingDue).containsExactly(0, 0.2);

    state.fundingDue = null;
    new PodStep(pod.layout(), 0).warmUp(state, new AssetUpdate[2]);
    assertThat(state.fundingDue).containsExactly(0, 0);

    state.fundingRecords = null;
    PodStep.take(state, new FundingRate("A/USDT", 1, 0.1));
    assertThat(state.fundingRecords.waiting).hasSize(1);
    state.fundingRecords = null;
    new PodStep(pod.layout(), 0).warmUp(state, new AssetUpdate[2]);
    assertThat(state.fundingRecords.known).isEmpty();
  }
}
