package io.podflow.job.version;

import static io.podflow.job.testing.Versions.ONE;
import static io.podflow.job.testing.Versions.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.market.FundingRate;
import io.podflow.domain.market.MarketRow;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.MarketItem;
import io.podflow.job.testing.RandomPortfolio;
import io.podflow.job.testing.Versions;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From which close a version holds. */
@Tag("G1")
class VersionedGateTest {

  private static final long DAY = Timeframe.D1.millis();
  private static final String HALF_DAYS =
      "{pod_id: half, strategy_name: buy-and-hold, symbols: [A/U], timeframe: 12H,"
          + " max_fraction: 0.3}";

  private final PodflowSettings settings = Versions.settings(ONE);
  private final RunScope scope = RandomPortfolio.scope(settings, 30);
  private final long from = scope.window().from();
  private final VersionChain chain = Versions.chain(Versions.first(ONE));
  private final VersionedGate gate = begun();

  @Test
  void aCloseAheadIsAsAskedFor() {
    gate.close(from + DAY);
    assertThat(held(gate.onVersion(version("v2", from + 5 * DAY, 0, ONE, TWO))))
        .isEqualTo(from + 5 * DAY);
  }

  @Test
  void aCloseOfWhichARowHasComeIsTooLate() {
    gate.close(from + DAY);
    gate.onRow(row(from + DAY));
    List<MarketItem> items = gate.onVersion(version("v2", from + 2 * DAY, 0, ONE, TWO));
    assertThat(held(items)).isEqualTo(from + 3 * DAY);
    assertThat(items.toString()).contains("asked for was");
  }

  /** Closes that are over for the gate may not be for the portfolio: it waits for the exchange. */
  @Test
  @Tag("E1")
  void theFileOfARestartHoldsFromTheNextClose() {
    gate.close(from + DAY);
    ConfigVersion file = ConfigVersion.first("start-2", VersionText.of(Versions.settings(TWO)));
    List<MarketItem> items = gate.onVersion(Objects.requireNonNull(chain.submit(file).version()));
    assertThat(held(items)).isEqualTo(from + 2 * DAY);
    assertThat(items.toString()).contains("version start-2 holds from").doesNotContain("asked for");
    assertThat(gate.timeline().at(from + DAY).scope().layout().podIds()).containsExactly("one");
  }

  @Test
  void oneVersionAfterTheOther() {
    gate.onVersion(version("v2", from + 5 * DAY, 0, ONE, TWO));
    assertThat(held(gate.onVersion(version("v3", from + DAY, 0, TWO)))).isEqualTo(from + 6 * DAY);
  }

  @Test
  void aVersionWaitsForItsHistory() {
    assertThat(held(gate.onVersion(version("v2", from + DAY, 2, ONE, TWO))))
        .isEqualTo(ConfigVersion.OPEN);
    assertThat(gate.onHistory(row(from - 2 * DAY))).hasSize(1);
    List<MarketItem> last = gate.onHistory(row(from - DAY));
    assertThat(last.get(0).history()).isNotNull();
    assertThat(held(last)).isEqualTo(from + DAY);
    assertThat(gate.onHistory(row(from))).as("of no version").isEmpty();
  }

  /** Otherwise new pods would lack the bars between the last of their history and their close. */
  @Test
  @Tag("L5")
  void barsThatComeWhileItWaitsFollowBehindItsHistoryRestoredOrNot() {
    gate.onVersion(version("v2", from + DAY, 2, ONE, TWO));
    gate.onHistory(row(from - 2 * DAY));
    assertThat(gate.onRow(row(from))).as("to those that trade it").hasSize(1);
    gate.onRow(newRow(from));
    gate.close(from + DAY);
    VersionedGate restored = new VersionedGate(scope, getClass().getClassLoader());
    restored.restore(gate.state(), gate.versions());
    List<MarketItem> last = restored.onHistory(row(from - DAY));
    assertThat(last)
        .filteredOn(item -> item.history() != null)
        .extracting(item -> Objects.requireNonNull(item.history()))
        .extracting(Bar::symbol, Bar::closeTime)
        .as("the last of its history, and of what came the symbol that is new to it")
        .containsExactly(tuple(0, from), tuple(2, from + DAY));
    assertThat(held(last)).isEqualTo(from + 2 * DAY);
    assertThat(restored.state().keptBack).isEmpty();
    restored.onRow(newRow(from + DAY));
    assertThat(restored.state().keptBack).as("after it nobody waits").isEmpty();
  }

  /** So that a new pod pays what the ledger pays, from its first close on. */
  @Test
  @Tag("EV7")
  void aVersionTellsWhichSymbolsHaveRatesOfFunding() {
    gate.onRate(new FundingRate("A/U", from + 1, 0.1));
    gate.onRate(new FundingRate("B/U", from + 9 * DAY, 0.1));
    assertThat(rates(gate.close(from + DAY - 1))).isEmpty();
    assertThat(rates(gate.close(from + DAY)))
        .containsExactly(new FundingRate("A/U", from + 1, 0.1));
    List<MarketItem> items = gate.onVersion(version("v2", from + 5 * DAY, 0, ONE, TWO));
    assertThat(rates(items)).containsExactly(new FundingRate("A/U", from + 5 * DAY, 0));
    assertThat(items.get(0).version()).as("who it is for").isNotNull();
  }

  /** A heartbeat between two closes decides nothing. */
  @Test
  @Tag("EV7")
  void aRateIsLateWhenTheCloseThatItIsDueAtIsOver() {
    gate.close(from + DAY / 2);
    assertThat(gate.onRate(new FundingRate("A/U", from + 1, 0.1))).isEmpty();
    assertThat(rates(gate.close(from + DAY))).hasSize(1);
    assertThat(gate.onRate(new FundingRate("A/U", from + DAY, 0.1)).toString())
        .contains("late rate");
    assertThat(gate.onRate(new FundingRate("A/U", from + DAY + 1, 0.1))).isEmpty();
    VersionedGate restored = new VersionedGate(scope, getClass().getClassLoader());
    restored.restore(gate.state(), gate.versions());
    assertThat(rates(restored.close(from + 2 * DAY))).hasSize(1);
  }

  private static List<FundingRate> rates(List<MarketItem> items) {
    return items.stream()
        .flatMap(item -> Stream.ofNullable(item.rate()))
        .collect(Collectors.toUnmodifiableList());
  }

  /** Otherwise it would wait, and the state grow, for ever. */
  @Test
  void aVersionWhoseHistoryDoesNotComeHoldsWithoutItAfterADay() {
    gate.onVersion(version("v2", from + DAY, 3, ONE, TWO));
    gate.onHistory(row(from - 2 * DAY));
    gate.onRow(newRow(from));
    assertThat(gate.close(from + DAY)).as("not yet").isEmpty();
    List<MarketItem> items = gate.onRow(newRow(from + DAY));
    assertThat(items).filteredOn(item -> item.history() != null).hasSize(1);
    assertThat(held(items)).isEqualTo(from + 2 * DAY);
    assertThat(items.toString())
        .contains("version v2 holds without 2 bars of its history, which have not come");
    assertThat(gate.onHistory(row(from - DAY))).as("too late").isEmpty();
    assertThat(gate.state().keptBack).isEmpty();
  }

  @Test
  void aVersionThatIsOvertakenBeforeItsHistoryIsTold() {
    gate.onVersion(version("v2", from + DAY, 3, ONE, TWO));
    gate.onHistory(row(from - 2 * DAY));
    assertThat(gate.onVersion(version("v3", from + DAY, 0, TWO)).toString())
        .contains("version v2 never holds: another came before 2 bars of its history");
  }

  @Test
  @Tag("L5")
  void aRestoredGateSaysTheSame() {
    gate.onVersion(version("v2", from + 5 * DAY, 0, ONE, TWO));
    gate.onVersion(version("v3", from + DAY, 3, TWO));
    VersionedGate restored = new VersionedGate(scope, getClass().getClassLoader());
    restored.restore(gate.state(), gate.versions());
    assertThat(restored.announcements()).hasSize(3);
    assertThat(restored.announcements().toString()).isEqualTo(gate.announcements().toString());
    assertThat(restored.timeline().at(from + 5 * DAY).scope().layout().podIds())
        .containsExactly("one", "two");
    assertThat(restored.timeline().at(from + 4 * DAY).scope().layout().podIds())
        .containsExactly("one");
  }

  @Test
  @Tag("L5")
  void barsOfATimeframeThatNobodyHasAnyMoreEndWithTheirVersionRestoredOrNot() {
    VersionedGate stopped = begun();
    ConfigVersion next = version("v2", from + DAY + 1, 0, HALF_DAYS);
    for (VersionedGate each : List.of(gate, stopped)) {
      each.onRow(halfDay(from));
      each.close(from + DAY);
      assertThat(held(each.onVersion(next))).isEqualTo(from + DAY + DAY / 2);
      each.onRow(halfDay(from + DAY));
      each.close(from + DAY + DAY / 2);
    }
    VersionedGate restored = new VersionedGate(scope, getClass().getClassLoader());
    restored.restore(stopped.state(), stopped.versions());
    assertThat(restored.onRow(halfDay(from + DAY + DAY / 2)).toString())
        .isEqualTo(gate.onRow(halfDay(from + DAY + DAY / 2)).toString());
    assertThat(restored.close(from + 2 * DAY).toString())
        .isEqualTo(gate.close(from + 2 * DAY).toString());
  }

  private VersionedGate begun() {
    VersionedGate begun = new VersionedGate(scope, getClass().getClassLoader());
    begun.onVersion(Versions.first(ONE));
    return begun;
  }

  private ConfigVersion version(String id, long asked, int history, String... pods) {
    return Objects.requireNonNull(
        chain.offer(id, asked, history, Versions.yaml(pods)).version(), id);
  }

  private static long held(List<MarketItem> items) {
    return items.stream()
        .map(MarketItem::version)
        .filter(Objects::nonNull)
        .mapToLong(ConfigVersion::effective)
        .findFirst()
        .orElseThrow();
  }

  private static MarketRow halfDay(long open) {
    return new MarketRow(0, Timeframe.H12, open, 1, 1, 1, 1, 1);
  }

  /** Of a symbol that only the second pod trades. */
  private static MarketRow newRow(long open) {
    return new MarketRow(2, Timeframe.D1, open, 1, 1, 1, 1, 1);
  }

  private static MarketRow row(long open) {
    return new MarketRow(0, Timeframe.D1, open, 1, 1, 1, 1, 1);
  }
}
