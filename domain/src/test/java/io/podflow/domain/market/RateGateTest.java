package io.podflow.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.Severity;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rates of funding wait for the close that they are due at. */
@Tag("EV7")
class RateGateTest {

  private static final long HOUR = 3_600_000;

  private final RateGate gate = new RateGate(true, 0);
  private final BarCloseGateState state = new BarCloseGateState(2);

  private List<MarketRecord> take(FundingRate rate) {
    return gate.onRate(state, rate, rate.time() <= state.closedUpTo);
  }

  private List<FundingRate> close(long time) {
    state.closedUpTo = time;
    return gate.release(state, due -> due <= time);
  }

  private static FundingRate rate(String symbol, long hour, double rate) {
    return new FundingRate(symbol, hour * HOUR, rate);
  }

  private static Event event(List<MarketRecord> said) {
    assertThat(said).hasSize(1);
    return Objects.requireNonNull(said.get(0).event());
  }

  @Test
  void theyGoOnWithTheirCloseByTimeAndSymbol() {
    assertThat(take(rate("B", 8, 0.2))).isEmpty();
    assertThat(take(rate("A", 16, 0.3))).isEmpty();
    assertThat(take(rate("A", 8, 0.1))).isEmpty();

    assertThat(close(7 * HOUR)).isEmpty();
    assertThat(close(8 * HOUR)).containsExactly(rate("A", 8, 0.1), rate("B", 8, 0.2));
    assertThat(close(24 * HOUR)).containsExactly(rate("A", 16, 0.3));
    assertThat(state.rates).isEmpty();
  }

  @Test
  void aLateRateIsToldAndNotUsed() {
    close(8 * HOUR);

    Event event = event(take(rate("A", 8, 0.1)));

    assertThat(event.message())
        .isEqualTo(
            "rate of funding of 1970-01-01T08:00:00Z not used: late rate, its close is over");
    assertThat(event.symbol()).isEqualTo("A");
    assertThat(event.severity()).isEqualTo(Severity.WARNING);
    assertThat(event.time()).as("behind what was decided").isEqualTo(8 * HOUR + 1);
    assertThat(close(24 * HOUR)).isEmpty();
  }

  @Test
  void ofTwoForOneTimeTheFirstCounts() {
    take(rate("A", 8, 0.1));

    assertThat(take(rate("A", 8, 0.1))).as("the same again").isEmpty();
    assertThat(event(take(rate("A", 8, 0.2))).message())
        .endsWith("another rate than the record before of the same time");
    assertThat(close(8 * HOUR)).containsExactly(rate("A", 8, 0.1));
    assertThat(take(rate("A", 8, 0.1))).as("the same again, when it is used").isEmpty();
    assertThat(event(take(rate("A", 8, 0.2))).message()).endsWith("of the same time");
  }

  @Test
  void beforeTradingTheFirstTellsThatThereAreRecords() {
    RateGate later = new RateGate(true, 16 * HOUR);
    for (int hour = 0; hour <= 24; hour += 8) {
      later.onRate(state, rate("A", hour, 0.1), false);
    }

    assertThat(later.release(state, due -> true))
        .containsExactly(rate("A", 0, 0.1), rate("A", 24, 0.1));
  }

  @Test
  void symbolsWithRecordsAreKnown() {
    take(rate("B", 8, 0.2));
    take(rate("A", 16, 0.1));
    close(8 * HOUR);

    assertThat(RateGate.known(state, 24 * HOUR)).containsExactly(rate("B", 24, 0));
  }

  @Test
  void aMarketWithoutFundingUsesNone() {
    assertThat(event(new RateGate(false, 0).onRate(state, rate("A", 8, 0.1), false)).message())
        .endsWith("this market pays no funding");
    assertThat(state.rates).isEmpty();
  }

  @Test
  @SuppressWarnings("NullAway") // as a state of before is read
  void olderStateHasNone() {
    state.rates = null;
    state.lastRates = null;
    RateGate.complete(state);

    assertThat(state.rates).isEmpty();
    assertThat(state.lastRates).isEmpty();
  }
}
