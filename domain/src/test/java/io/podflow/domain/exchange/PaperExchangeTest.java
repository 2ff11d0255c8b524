package io.podflow.domain.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.execution.CostModel;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.ExchangeReport.Kind;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.market.Universe;
import io.podflow.domain.market.UtcDays;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("L7")
class PaperExchangeTest {

  private static final String BTC = "BTC/USDT";
  private static final Universe UNIVERSE = Universe.of(List.of(BTC));
  private static final CostModel COSTS = new CostModel(10, 5, 0);

  private final PaperExchange exchange = exchange(Faults.NONE);

  @Test
  void fillsAtTheNextOpenAndTellsItAtTheClose() {
    exchange.take(send("o", 1, 2, false));
    assertThat(exchange.onClose(1, bars(1, 50, 60)))
        .extracting(ExchangeReport::kind)
        .as("its own close has no open for it")
        .containsExactly(Kind.POSITIONS, Kind.HEARTBEAT);
    List<ExchangeReport> reports = exchange.onClose(2, bars(2, 100, 110));
    assertThat(reports)
        .extracting(ExchangeReport::kind)
        .containsExactly(Kind.FILL, Kind.POSITIONS, Kind.HEARTBEAT);
    ExchangeReport fill = reports.get(0);
    assertThat(fill.time()).isEqualTo(2);
    assertThat(fill.price()).isEqualTo(100);
    assertThat(fill.fee()).isCloseTo(0.2, within(1e-12));
    assertThat(fill.slippageCost()).isCloseTo(0.1, within(1e-12));
    assertThat(exchange.books().cash()).isCloseTo(-200.3, within(1e-9));
  }

  @Test
  void anOrderThatItHasSeenIsDropped() {
    exchange.take(send("o", 1, 2, false));
    exchange.take(send("o", 1, 2, false));
    exchange.onClose(2, bars(2, 100, 110));
    exchange.take(send("o", 1, 2, false));
    exchange.onClose(3, bars(3, 100, 110));
    assertThat(exchange.books().position(BTC).quantity()).isEqualTo(2);
  }

  @Test
  @Tag("E4")
  void aReducingOrderNeverPassesZero() {
    exchange.take(send("o", 1, 2, false));
    exchange.onClose(2, bars(2, 100, 110));
    exchange.take(send("c", 2, -3, true));
    List<ExchangeReport> reports = exchange.onClose(3, bars(3, 100, 110));
    assertThat(reports.get(0).quantity()).isEqualTo(-2);
    assertThat(reports.get(1).kind()).isEqualTo(Kind.EXPIRED);
    assertThat(exchange.books().position(BTC).quantity()).isZero();
    exchange.take(send("d", 3, -1, true));
    assertThat(exchange.onClose(4, bars(4, 100, 110)).get(0).kind()).isEqualTo(Kind.REJECTED);
  }

  @Test
  void whatIsTakenBackIsNotFilled() {
    exchange.take(send("o", 1, 2, false));
    exchange.take(OrderCommand.cancel(1, "o", BTC));
    exchange.take(OrderCommand.cancel(1, "never seen", BTC));
    assertThat(exchange.onClose(2, bars(2, 100, 110)))
        .extracting(ExchangeReport::kind, ExchangeReport::orderId)
        .startsWith(tuple(Kind.CANCELLED, "o"), tuple(Kind.CANCELLED, "never seen"));
    exchange.take(send("never seen", 2, 2, false));
    exchange.onClose(3, bars(3, 100, 110));
    assertThat(exchange.books().position(BTC).quantity()).as("came after its end").isZero();
  }

  @Test
  @Tag("E3")
  void closesWithoutConnectionAreDeclaredMissedAfterwards() {
    PaperExchange flaky = exchange(new Faults(1, 0, 0, 1, 2));
    flaky.take(send("o", 0, 2, false));
    assertThat(flaky.onClose(1, bars(1, 100, 110))).isEmpty();
    assertThat(flaky.isAway()).isTrue();
    assertThat(flaky.onClose(2, bars(2, 100, 110))).isEmpty();
    assertThat(flaky.books().position(BTC).quantity()).as("filled all the same").isEqualTo(2);
  }

  @Test
  void withoutTroubleItHasNothingToSayBetweenCloses() {
    assertThat(exchange.nextTick()).isEqualTo(Long.MAX_VALUE);
    exchange.onClose(10, bars(10, 100, 110));
    exchange.take(send("o", 10, 2, false));
    assertThat(exchange.nextTick()).isEqualTo(Long.MAX_VALUE);
    exchange.onClose(20, bars(20, 100, 110));
    assertThat(exchange.nextTick()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  @Tag("E4")
  void anOrderBetweenClosesIsFilledAtOnceAtTheLastClose() {
    PaperExchange choosy = exchange(new Faults(3, 0, 0.5, 0, 1));
    String refused = idOf(3, true);
    String taken = idOf(3, false);
    choosy.onClose(10, bars(10, 100, 110));
    choosy.take(send(refused, 10, 2, false));
    assertThat(choosy.nextTick()).as("it needs no price to refuse").isEqualTo(11);
    assertThat(choosy.onTick(11))
        .extracting(ExchangeReport::kind, ExchangeReport::time)
        .containsExactly(
            tuple(Kind.REJECTED, 11L), tuple(Kind.POSITIONS, 11L), tuple(Kind.HEARTBEAT, 11L));
    choosy.take(send(taken, 11, 2, false));
    assertThat(choosy.nextTick()).isEqualTo(12);
    ExchangeReport fill = choosy.onTick(12).get(0);
    assertThat(fill.price()).isEqualTo(110);
    assertThat(fill.time()).isEqualTo(12);
    assertThat(choosy.nextTick()).as("all is well").isEqualTo(Long.MAX_VALUE);
  }

  @Test
  @Tag("E4")
  void itTellsWhatItHoldsUntilItsCustomerOrdersAgainButNotForEver() {
    PaperExchange choosy = exchange(new Faults(3, 0, 0.5, 0, 1));
    choosy.onClose(10, bars(10, 100, 110));
    choosy.take(send(idOf(3, true), 10, 2, false));
    int told = 0;
    for (long tick = choosy.nextTick(); tick < 20; tick = choosy.nextTick()) {
      choosy.onTick(tick);
      told++;
    }
    assertThat(told).isEqualTo(4);
  }

  @Test
  void anOrderOfACloseIsFilledByItsBarThoughItIsTakenBackMeanwhile() {
    exchange.onClose(10, bars(10, 100, 110));
    exchange.take(send("o", 10, 2, false));
    exchange.nextTick();
    exchange.onTick(15);
    exchange.take(OrderCommand.cancel(15, "o", BTC));
    assertThat(exchange.onClose(20, bars(20, 105, 110)).get(0).kind()).isEqualTo(Kind.FILL);
    exchange.take(send("p", 20, 2, false));
    exchange.nextTick();
    exchange.onTick(25);
    exchange.take(OrderCommand.cancel(25, "p", BTC));
    assertThat(exchange.onClose(30, new Bar[1]).get(0).kind())
        .as("its bar may be under way")
        .isEqualTo(Kind.POSITIONS);
    assertThat(exchange.onClose(UtcDays.DAY_MILLIS, new Bar[1]).get(0).kind())
        .as("without a bar there was no open")
        .isEqualTo(Kind.CANCELLED);
  }

  @Test
  @Tag("L5")
  void aCancelThatIsSentAgainAfterTheNextCloseDoesNothing() {
    exchange.onClose(10, bars(10, 100, 110));
    exchange.take(send("o", 10, 2, false));
    exchange.nextTick();
    exchange.onTick(15);
    exchange.take(OrderCommand.cancel(15, "o", BTC));
    exchange.onClose(20, new Bar[1]);
    exchange.take(OrderCommand.cancel(15, "o", BTC));
    long day = UtcDays.DAY_MILLIS;
    assertThat(exchange.onClose(day, bars(day, 105, 110)).get(0).kind()).isEqualTo(Kind.FILL);
  }

  @Test
  @Tag("L5")
  void whatIsReadBeforeItsTimeWaits() {
    exchange.onClose(10, bars(10, 100, 110));
    exchange.take(send("o", 10, 2, false));
    exchange.take(OrderCommand.cancel(20, "o", BTC));
    exchange.take(send("p", 20, 3, false));
    assertThat(exchange.onClose(20, bars(20, 100, 110)).get(0).quantity()).isEqualTo(2);
    assertThat(exchange.onClose(30, bars(30, 100, 110)).get(0).quantity()).isEqualTo(3);
  }

  private static String idOf(long seed, boolean refused) {
    return IntStream.range(0, 100)
        .mapToObj(i -> "o" + i)
        .filter(id -> new Faults(seed, 0, 0.5, 0, 1).share(id) == 0 == refused)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anOrderThatIsTakenBackDoesNotBreakTheConnection() {
    exchange.onClose(1, bars(1, 50, 60));
    exchange.take(send("o", 1, 2, false));
    exchange.take(OrderCommand.cancel(1, "o", BTC));
    long tick = exchange.nextTick();
    assertThat(tick).as("it has ended with nothing").isLessThan(Long.MAX_VALUE);
    assertThat(exchange.nextTick()).as("however often one asks").isEqualTo(tick);
    assertThat(exchange.isAway()).isFalse();
  }

  @Test
  void fatesFollowFromSeedAndId() {
    Faults faults = new Faults(3, 0.5, 0.2, 0, 1);
    List<Double> shares =
        List.of("a", "b", "c", "d", "e", "f", "g", "h").stream().map(faults::share).toList();
    assertThat(shares).containsAnyOf(0.0).contains(1.0).anyMatch(share -> share > 0 && share < 1);
    assertThat(List.of("a", "b", "c", "d", "e", "f", "g", "h").stream().map(faults::share).toList())
        .isEqualTo(shares);
  }

  @Test
  void aPlantedPositionIsThereFromTheFirstBarOn() {
    exchange.plant(BTC, -4);
    List<ExchangeReport> reports = exchange.onClose(1, bars(1, 100, 110));
    assertThat(Objects.requireNonNull(reports.get(0).snapshot()).positions().get(0).quantity())
        .isEqualTo(-4);
    exchange.onClose(2, bars(2, 120, 110));
    assertThat(exchange.books().position(BTC).averagePrice()).isEqualTo(100);
  }

  @Test
  void booksKeepProfitOfWhatWasClosed() {
    ExchangeBooks books = new ExchangeBooks();
    books.book(BTC, 2, 100, 1);
    books.book(BTC, -3, 110, 1);
    assertThat(books.position(BTC).quantity()).isEqualTo(-1);
    assertThat(books.position(BTC).averagePrice()).isEqualTo(110);
    assertThat(books.reports().get(0).realizedPnl()).isCloseTo(2 * 10 - 2, within(1e-12));
    books.book(BTC, 1, 100, 0);
    assertThat(books.reports().get(0).realizedPnl()).isCloseTo(28, within(1e-12));
    assertThat(books.cash()).as("flat: all profit is cash").isCloseTo(28, within(1e-12));
  }

  private static PaperExchange exchange(Faults faults) {
    return new PaperExchange(UNIVERSE, COSTS, faults, Duration.ofMillis(1));
  }

  private static OrderCommand send(String id, long time, double quantity, boolean reduceOnly) {
    return OrderCommand.send(time, id, BTC, quantity, 100, reduceOnly, "target");
  }

  private static Bar[] bars(long close, double open, double last) {
    return new Bar[] {
      new Bar(0, Timeframe.D1, close, open, Math.max(open, last), Math.min(open, last), last, 1)
    };
  }
}
