package io.podflow.domain.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How bars of a live feed become closes that are over. */
class BarCloseGateTest {

  private static final int A = 0;
  private static final int B = 1;
  private static final long HOUR = 3_600_000;
  private static final RunWindow WINDOW = new RunWindow(0, 0, Long.MAX_VALUE);

  private final BarCloseGate gate = gate(Timeframe.H2);
  private final BarCloseGateState state = gate.initialState();

  @Test
  @Tag("J2")
  void aCloseIsOverWhenEverySymbolHasHadItsRow() {
    assertThat(gate.onRow(state, row(A, 0, 10))).isEmpty();
    assertThat(gate.complete(state)).as("B has not come").isEqualTo(BarCloseGateState.NEVER);
    gate.onRow(state, row(B, 0, 20));
    assertThat(gate.complete(state)).isEqualTo(HOUR);
    List<MarketRecord> done = gate.onRow(state, row(A, 1, 12));
    assertThat(done).extracting(MarketRecord::time).containsExactly(2 * HOUR);
    Bar bar = Objects.requireNonNull(done.get(0).bar());
    assertThat(bar.open()).isEqualTo(10);
    assertThat(bar.close()).isEqualTo(12);
    assertThat(gate.complete(state)).isEqualTo(HOUR);
  }

  @Test
  @Tag("J2")
  void whoIsMissingIsNotWaitedForAgainUntilItIsBack() {
    gate.onRow(state, row(A, 0, 10));
    gate.close(state, HOUR);
    gate.onRow(state, row(A, 1, 10));
    assertThat(gate.complete(state)).as("without B").isEqualTo(2 * HOUR);
    gate.close(state, 2 * HOUR);
    gate.onRow(state, row(B, 2, 20));
    assertThat(gate.complete(state)).as("for A now").isEqualTo(2 * HOUR);
  }

  /** Otherwise the first row would end the first close, and the others come late for ever. */
  @Test
  @Tag("J2")
  void closesBeforeTheWindowMissNobody() {
    BarCloseGate later =
        gate(List.of(Timeframe.H2), new RunWindow(10 * HOUR, 10 * HOUR, Long.MAX_VALUE));
    BarCloseGateState fresh = later.initialState();
    later.onRow(fresh, row(A, 8, 10));
    later.onRow(fresh, row(B, 8, 20));
    later.close(fresh, 10 * HOUR);
    later.onRow(fresh, row(A, 10, 10));
    assertThat(later.complete(fresh)).as("B is waited for").isEqualTo(BarCloseGateState.NEVER);
    later.onRow(fresh, row(B, 10, 20));
    assertThat(later.complete(fresh)).isEqualTo(11 * HOUR);
  }

  @Test
  @Tag("J2")
  void rowsBecomeShorterWhereHistoryEndsAndTheFeedBegins() {
    BarCloseGate warm = gate(List.of(Timeframe.H2), new RunWindow(0, 4 * HOUR, Long.MAX_VALUE));
    BarCloseGateState fresh = warm.initialState();
    warm.onRow(fresh, row(A, 2, 10));
    assertThat(warm.onRow(fresh, halfHour(A, 6, 11))).as("in the middle of a bar").isEmpty();
    List<MarketRecord> done = warm.onRow(fresh, halfHour(A, 7, 12));
    assertThat(done).as("of an hour and two halves, without a gap").hasSize(1);
    Bar bar = Objects.requireNonNull(done.get(0).bar());
    assertThat(bar.open()).isEqualTo(10);
    assertThat(bar.close()).isEqualTo(12);
    assertThat(told(warm.onRow(fresh, row(A, 4, 12))))
        .as("longer again")
        .contains("a row of 1h (expected: 30m as before)");
    warm.onRow(fresh, halfHour(A, 8, 12));
    assertThat(told(warm.onRow(fresh, minutes(A, 18, 12))))
        .as("behind the warm-up")
        .contains("a row of 15m (expected: 30m as before)");
  }

  private static MarketRow minutes(int symbol, int count, double price) {
    return new MarketRow(symbol, Timeframe.M15, count * HOUR / 4, price, price, price, price, 1);
  }

  private static String told(List<MarketRecord> records) {
    return Objects.requireNonNull(records.get(0).event()).message();
  }

  private static MarketRow halfHour(int symbol, int count, double price) {
    return new MarketRow(symbol, Timeframe.M30, count * HOUR / 2, price, price, price, price, 1);
  }

  @Test
  @Tag("J2")
  void afterAnOutageOfTheWholeFeedEverybodyIsWaitedFor() {
    gate.onRow(state, row(A, 0, 10));
    gate.onRow(state, row(B, 0, 20));
    gate.close(state, HOUR);
    gate.close(state, 2 * HOUR);
    gate.close(state, 30 * HOUR);
    gate.onRow(state, row(A, 30, 10));
    assertThat(gate.complete(state)).as("B has not come").isEqualTo(HOUR);
    gate.onRow(state, row(B, 30, 20));
    assertThat(gate.complete(state)).isEqualTo(31 * HOUR);
  }

  @Test
  @Tag("J2")
  void whoseRowWasLateForTheLastCloseIsBack() {
    gate.onRow(state, row(A, 0, 10));
    gate.close(state, HOUR);
    gate.onRow(state, row(A, 1, 10));
    gate.close(state, 2 * HOUR);
    gate.onRow(state, row(B, 0, 20));
    gate.onRow(state, row(A, 2, 10));
    assertThat(gate.complete(state)).as("B is far behind").isEqualTo(3 * HOUR);
    gate.close(state, 3 * HOUR);
    assertThat(messageOf(gate.onRow(state, row(B, 2, 20)))).contains("late row");
    gate.onRow(state, row(A, 3, 10));
    assertThat(gate.complete(state)).as("B is waited for").isLessThan(4 * HOUR);
    gate.onRow(state, row(B, 3, 20));
    assertThat(gate.complete(state)).isEqualTo(4 * HOUR);
  }

  /**
   * Found by simulated runs whose feed went back: a row that came again brought its symbol back.
   */
  @Test
  @Tag("J2")
  @Tag("L5")
  void whoIsBackIsNotMissedBeforeItsNextRowIsDueHoweverOftenTheLateOneComes() {
    MarketRow late = new MarketRow(B, Timeframe.H2, 0, 20, 20, 20, 20, 1);
    for (int copies : new int[] {1, 2}) {
      BarCloseGateState each = gate.initialState();
      gate.onRow(each, row(A, 0, 10));
      gate.onRow(each, row(A, 1, 10));
      gate.close(each, 2 * HOUR);
      assertThat(messageOf(gate.onRow(each, late))).contains("late row");
      gate.onRow(each, row(A, 2, 10));
      gate.close(each, 3 * HOUR);
      for (int copy = 1; copy < copies; copy++) {
        gate.onRow(each, late);
      }
      gate.onRow(each, row(A, 3, 10));
      assertThat(gate.complete(each)).as("B is waited for").isLessThan(4 * HOUR);
      gate.onRow(each, new MarketRow(B, Timeframe.H2, 2 * HOUR, 20, 20, 20, 20, 1));
      assertThat(gate.complete(each)).isEqualTo(4 * HOUR);
    }
  }

  @Test
  @Tag("J2")
  void aBeatBetweenClosesDoesNotMissWhoIsBack() {
    gate.onRow(state, row(A, 0, 10));
    gate.onRow(state, row(B, 0, 20));
    gate.onRow(state, row(A, 1, 10));
    gate.close(state, 2 * HOUR);
    gate.onRow(state, row(A, 2, 10));
    gate.close(state, 3 * HOUR);
    assertThat(messageOf(gate.onRow(state, row(B, 2, 20)))).contains("late row");
    gate.close(state, 3 * HOUR + HOUR / 2);
    gate.onRow(state, row(A, 3, 10));
    assertThat(gate.complete(state)).as("B is waited for").isLessThan(4 * HOUR);
  }

  @Test
  @Tag("J2")
  void aBeatBetweenClosesMissesNobody() {
    gate.onRow(state, row(A, 0, 10));
    gate.onRow(state, row(B, 0, 20));
    gate.close(state, HOUR + HOUR / 2);
    gate.onRow(state, row(A, 1, 10));
    assertThat(gate.complete(state)).as("B is waited for").isEqualTo(HOUR);
  }

  @Test
  @Tag("J2")
  void aGapIsTold() {
    gate.onRow(state, row(A, 1, 10));
    List<MarketRecord> done = gate.close(state, 2 * HOUR);
    assertThat(done).as("row 1 ended it already").isEmpty();
    gate.onRow(state, row(A, 2, 11));
    done = gate.close(state, 4 * HOUR);
    assertThat(done).hasSize(2);
    Event told = Objects.requireNonNull(done.get(0).event());
    assertThat(told.message()).isEqualTo("2h bar from 1 of 2 rows");
    assertThat(Objects.requireNonNull(done.get(1).bar()).close()).isEqualTo(11);
  }

  @Test
  @Tag("J2")
  void lateAndConflictingRowsAreToldAndRepeatedOnesIgnored() {
    gate.onRow(state, row(A, 0, 10));
    gate.onRow(state, row(A, 1, 11));
    assertThat(gate.onRow(state, row(A, 1, 11))).as("repeated").isEmpty();
    assertThat(messageOf(gate.onRow(state, row(A, 1, 12)))).contains("other figures");
    assertThat(messageOf(gate.onRow(state, row(A, 0, 10)))).contains("late row");
    gate.close(state, 2 * HOUR);
    MarketRow minute = new MarketRow(A, Timeframe.M1, 2 * HOUR, 1, 1, 1, 1, 1);
    assertThat(messageOf(gate.onRow(state, minute))).contains("a row of 1m (expected: 1h");
    MarketRow day = new MarketRow(B, Timeframe.D1, 0, 1, 1, 1, 1, 1);
    assertThat(messageOf(gate.onRow(state, day))).contains("expected: a part of every");
    assertThat(messageOf(gate.onRow(state, row(B, 1, 20)))).contains("late row");
  }

  /** However rows of one close are shuffled, and whoever is missing, bars come out the same. */
  @Property(tries = 200)
  @net.jqwik.api.Tag("J3")
  void theOrderWithinACloseChangesNothing(@ForAll long seed) {
    assertThat(bars(seed, new Random(1))).isEqualTo(bars(seed, new Random(2)));
  }

  private static List<Bar> bars(long seed, Random order) {
    Random random = new Random(seed);
    BarCloseGate gate = gate(Timeframe.H4);
    BarCloseGateState state = gate.initialState();
    List<Bar> bars = new ArrayList<>();
    for (int hour = 0; hour < 50; hour++) {
      List<MarketRow> rows = new ArrayList<>();
      for (int symbol = A; symbol <= B; symbol++) {
        if (random.nextInt(4) > 0) {
          rows.add(row(symbol, hour, 1 + random.nextDouble()));
        }
      }
      Collections.shuffle(rows, order);
      List<MarketRecord> done = new ArrayList<>();
      rows.forEach(row -> done.addAll(gate.onRow(state, row)));
      done.addAll(gate.close(state, (hour + 1) * HOUR));
      done.stream()
          .map(MarketRecord::bar)
          .filter(Objects::nonNull)
          .sorted((x, y) -> x.symbol() - y.symbol())
          .forEach(bars::add);
    }
    return bars;
  }

  @Test
  @Tag("L5")
  void anotherConfigurationLeavesTheBarsThatAreBeingBuilt() {
    BarCloseGate before = gate(Timeframe.H4);
    BarCloseGateState state = before.initialState();
    before.onRow(state, row(A, 0, 1));
    before.onRow(state, row(A, 1, 2));

    BarCloseGate wider = gate(Timeframe.H4, Timeframe.H12);
    wider.adapt(state);
    wider.onRow(state, row(A, 2, 3));
    List<MarketRecord> done = wider.onRow(state, row(A, 3, 4));
    assertThat(done).hasSize(1);
    assertThat(Objects.requireNonNull(done.get(0).bar()).timeframe()).isEqualTo(Timeframe.H4);
    assertThat(Objects.requireNonNull(done.get(0).bar()).open()).isEqualTo(1);
  }

  @Test
  @Tag("L5")
  void rowsThatAreTooLongForANewPodAreToldAndNotRefusedForEver() {
    BarCloseGate before = gate(Timeframe.H4);
    BarCloseGateState state = before.initialState();
    MarketRow fourHours = new MarketRow(A, Timeframe.H4, 0, 1, 1, 1, 1, 1);
    before.onRow(state, fourHours);

    BarCloseGate finer = gate(Timeframe.H2, Timeframe.H4);
    finer.adapt(state);
    MarketRow next = new MarketRow(A, Timeframe.H4, 4 * HOUR, 1, 1, 1, 1, 1);
    assertThat(messageOf(finer.onRow(state, next))).contains("a part of every pod's timeframe");
  }

  private static String messageOf(List<MarketRecord> records) {
    assertThat(records).hasSize(1);
    Event event = Objects.requireNonNull(records.get(0).event());
    assertThat(event.severity()).isEqualTo(Severity.WARNING);
    return event.message();
  }

  private static BarCloseGate gate(Timeframe... timeframes) {
    return gate(List.of(timeframes), WINDOW);
  }

  private static BarCloseGate gate(List<Timeframe> each, RunWindow window) {
    return new BarCloseGate(Universe.of(List.of("A/USDT", "B/USDT")), List.of(each, each), window);
  }

  private static MarketRow row(int symbol, long hour, double price) {
    return new MarketRow(symbol, Timeframe.H1, hour * HOUR, price, price, price, price, 1);
  }
}
