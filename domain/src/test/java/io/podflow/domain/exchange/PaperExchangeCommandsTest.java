package io.podflow.domain.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.exchange.CommandReport.Closing;
import io.podflow.domain.exchange.CommandReport.Left;
import io.podflow.domain.execution.CostModel;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.ExchangeReport.Kind;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.execution.TraderCommand;
import io.podflow.domain.market.Universe;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("LV10")
class PaperExchangeCommandsTest {

  private static final String BTC = "BTC/USDT";
  private static final String ETH = "ETH/USDT";
  private static final Universe UNIVERSE = Universe.of(List.of(BTC, ETH));
  private static final String WHY = "a storm";

  private PaperExchange exchange = exchange(Faults.NONE);

  @Test
  void pauseTakesBackWhatAddsRiskAndLeavesWhatReduces() {
    holdTwoOfBitcoinAndMinusThreeOfEther();
    exchange.take(order("more", 20, BTC, 1));
    exchange.take(order("flip", 20, ETH, 4));
    exchange.take(order("less", 20, BTC, -2));
    Obeyed obeyed = exchange.obey(TraderCommand.pause("c", WHY));
    assertThat(obeyed.report().time()).as("just after the close").isEqualTo(21);
    assertThat(obeyed.reports())
        .extracting(ExchangeReport::kind, ExchangeReport::orderId, ExchangeReport::time)
        .containsExactly(tuple(Kind.CANCELLED, "flip", 21L), tuple(Kind.CANCELLED, "more", 21L));
    assertThat(exchange.onClose(30, bars(30)).get(0).orderId()).isEqualTo("less");
    assertThat(held(BTC)).isZero();
    assertThat(held(ETH)).isEqualTo(-3);
  }

  @Test
  void whilePausedWhatWouldAddRiskIsRejectedUntilResume() {
    holdTwoOfBitcoinAndMinusThreeOfEther();
    exchange.obey(TraderCommand.pause("c", WHY));
    exchange.take(order("more", 21, BTC, 1));
    exchange.take(order("less", 21, ETH, 1));
    assertThat(exchange.onClose(30, bars(30)))
        .filteredOn(report -> report.kind() != Kind.POSITIONS && report.kind() != Kind.HEARTBEAT)
        .extracting(ExchangeReport::kind, ExchangeReport::orderId)
        .containsExactly(tuple(Kind.REJECTED, "more"), tuple(Kind.FILL, "less"));
    exchange.obey(TraderCommand.resume("d", WHY));
    assertThat(exchange.isPaused()).isFalse();
    exchange.take(order("more", 31, BTC, 1));
    exchange.take(order("again", 31, BTC, 1));
    exchange.onClose(40, bars(40));
    assertThat(held(BTC)).as("a rejected id stays so").isEqualTo(3);
  }

  @Test
  void twoReductionsTogetherDoNotPassZeroWhilePaused() {
    holdTwoOfBitcoinAndMinusThreeOfEther();
    exchange.obey(TraderCommand.pause("c", WHY));
    exchange.take(order("x", 21, BTC, -1.5));
    exchange.take(order("y", 21, BTC, -1.5));
    exchange.onClose(30, bars(30));
    assertThat(held(BTC)).isZero();
  }

  @Test
  void flattenClosesAllAtTheLastCloseAndTakesEverythingBack() {
    holdTwoOfBitcoinAndMinusThreeOfEther();
    exchange.take(order("less", 20, BTC, -1));
    Obeyed obeyed = exchange.obey(TraderCommand.flatten("c", WHY));
    assertThat(obeyed.report().closings())
        .containsExactly(
            new Closing("command:c:BTC/USDT:1", BTC, -2),
            new Closing("command:c:ETH/USDT:1", ETH, 3));
    assertThat(obeyed.report().left()).isEmpty();
    assertThat(obeyed.reports())
        .extracting(ExchangeReport::kind, ExchangeReport::quantity, ExchangeReport::price)
        .containsExactly(
            tuple(Kind.CANCELLED, 0.0, 0.0),
            tuple(Kind.FILL, -2.0, 110.0),
            tuple(Kind.FILL, 3.0, 110.0));
    exchange.take(order("back", 21, BTC, 2));
    exchange.onClose(30, bars(30));
    assertThat(held(BTC)).as("not bought back").isZero();
    assertThat(held(ETH)).isZero();
  }

  @Test
  void ofOneSymbolOrPodOnlyThatIsClosedAndNeverBeyondWhatIsHeld() {
    holdTwoOfBitcoinAndMinusThreeOfEther();
    Map<String, Double> ofPod = Map.of(BTC, 5.0, ETH, -1.0);
    Obeyed pod = exchange.obey(TraderCommand.flattenPod("p", "trend", ofPod, WHY));
    assertThat(pod.report().left())
        .containsExactly(new Left(BTC, -3, "the exchange side holds 2.0 of it"));
    assertThat(held(BTC)).isZero();
    assertThat(held(ETH)).isEqualTo(-2);
    exchange.obey(TraderCommand.flattenSymbol("b", BTC, WHY));
    assertThat(held(ETH)).isEqualTo(-2);
    exchange.obey(TraderCommand.flattenSymbol("e", ETH, WHY));
    assertThat(held(ETH)).isZero();
  }

  @Test
  void reduceClosesTheFractionAndPauses() {
    holdTwoOfBitcoinAndMinusThreeOfEther();
    exchange.obey(TraderCommand.reduce("c", 0.25, WHY));
    assertThat(held(BTC)).isEqualTo(1.5);
    assertThat(held(ETH)).isEqualTo(-2.25);
    assertThat(exchange.isPaused()).isTrue();
  }

  @Test
  void theSameCommandCountsOnce() {
    holdTwoOfBitcoinAndMinusThreeOfEther();
    Obeyed first = exchange.obey(TraderCommand.reduce("c", 0.5, WHY));
    Obeyed again = exchange.obey(TraderCommand.reduce("c", 0.5, WHY));
    assertThat(again.report()).isEqualTo(first.report());
    assertThat(again.reports()).isEmpty();
    assertThat(held(BTC)).isEqualTo(1);
    assertThat(exchange.obey(TraderCommand.resume("d", WHY)).report().time())
        .isGreaterThan(first.report().time());
  }

  @Test
  void beforeAnyCloseAPauseHoldsFromTheFirstOrderOn() {
    Obeyed obeyed = exchange.obey(TraderCommand.flatten("c", WHY));
    assertThat(obeyed.report().time()).isEqualTo(946_684_800_000L);
    assertThat(exchange.obey(TraderCommand.pause("d", WHY)).report().time())
        .isEqualTo(946_684_800_001L);
    exchange.take(order("o", 10, BTC, 1));
    exchange.onClose(10, bars(10));
    exchange.onClose(20, bars(20));
    assertThat(held(BTC)).isZero();
  }

  @Test
  void withoutConnectionItObeysAndSendsNothing() {
    exchange = exchange(new Faults(1, 0, 0, 1, 2));
    exchange.plant(BTC, 2);
    exchange.onClose(10, bars(10));
    Obeyed obeyed = exchange.obey(TraderCommand.flatten("c", WHY));
    assertThat(obeyed.report().time()).isEqualTo(11);
    assertThat(obeyed.report().closings()).hasSize(1);
    assertThat(obeyed.reports()).isEmpty();
    assertThat(held(BTC)).isZero();
  }

  @Test
  void itGoesOnUntilFlatThroughPartialFillsAndTellsWhatItCouldNotClose() {
    for (int seed = 0; seed < 50; seed++) {
      exchange = exchange(Faults.NONE);
      holdTwoOfBitcoinAndMinusThreeOfEther();
      ClosingPlan plan =
          new ClosingPlan(TraderCommand.flatten("c", WHY), new Faults(seed, 0.9, 0.3, 0, 1));
      plan.close(BTC, 2, 110);
      assertThat(plan.closings().stream().mapToDouble(Closing::quantity).sum())
          .isCloseTo(-2, within(1e-9));
      assertThat(plan.left()).isEmpty();
    }
    ClosingPlan refused =
        new ClosingPlan(TraderCommand.flatten("c", WHY), new Faults(1, 0, 1, 0, 1));
    refused.close(BTC, 2, 110);
    refused.close(ETH, -3, 0);
    assertThat(refused.closings()).isEmpty();
    assertThat(refused.left())
        .containsExactly(new Left(BTC, -2, "made to fail"), new Left(ETH, 3, "no price is known"));
  }

  @Test
  void noOrderAddsRiskWhilePausedWhateverComes() {
    for (int seed = 910_110_600; seed < 910_111_100; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      exchange = exchange(new Faults(seed, 0.3, 0.2, 0.1, 2));
      for (int close = 10, id = 0; close < 300; close += 10) {
        for (int orders = random.nextInt(3); orders > 0; orders--) {
          double quantity = random.nextDouble(-3, 3);
          exchange.take(order("o" + ++id, close - 10, random.nextBoolean() ? BTC : ETH, quantity));
        }
        if (random.nextInt(6) == 0) {
          TraderCommand command = command("c" + close, random);
          Obeyed obeyed = exchange.obey(command);
          if (command.kind() == TraderCommand.Kind.FLATTEN) {
            assertThat(obeyed.report().left()).isEmpty();
            assertThat(held(BTC)).isCloseTo(0, within(1e-12));
            assertThat(held(ETH)).isCloseTo(0, within(1e-12));
          }
        }
        boolean paused = exchange.isPaused();
        double bitcoin = held(BTC);
        double ether = held(ETH);
        exchange.onClose(close, bars(close));
        if (paused) {
          assertThat(held(BTC) * Math.signum(bitcoin) + 0.0).isBetween(0.0, Math.abs(bitcoin));
          assertThat(held(ETH) * Math.signum(ether) + 0.0).isBetween(0.0, Math.abs(ether));
        }
      }
    }
  }

  private static TraderCommand command(String id, SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> TraderCommand.pause(id, WHY);
      case 1 -> TraderCommand.flatten(id, WHY);
      case 2 -> TraderCommand.reduce(id, random.nextDouble(0.1, 1), WHY);
      default -> TraderCommand.resume(id, WHY);
    };
  }

  @Test
  void whatMakesNoSenseIsNoCommand() {
    assertThatThrownBy(() -> TraderCommand.pause("c", " ")).hasMessageContaining("reason");
    assertThatThrownBy(() -> TraderCommand.pause(" ", WHY)).hasMessageContaining("command_id");
    assertThatThrownBy(() -> TraderCommand.reduce("c", 0, WHY)).hasMessageContaining("fraction");
    assertThatThrownBy(() -> TraderCommand.reduce("c", 1.1, WHY)).hasMessageContaining("fraction");
    assertThatThrownBy(
            () ->
                new TraderCommand(
                    TraderCommand.Kind.FLATTEN, "c", BTC, "trend", Map.of(BTC, 1.0), 0, WHY))
        .hasMessageContaining("symbol and pod");
    assertThatThrownBy(
            () -> new TraderCommand(TraderCommand.Kind.PAUSE, "c", BTC, "", Map.of(), 0, WHY))
        .hasMessageContaining("PAUSE takes no symbol");
  }

  private void holdTwoOfBitcoinAndMinusThreeOfEther() {
    exchange.onClose(10, bars(10));
    exchange.take(order("b", 10, BTC, 2));
    exchange.take(order("e", 10, ETH, -3));
    exchange.onClose(20, bars(20));
  }

  private double held(String symbol) {
    return exchange.books().position(symbol).quantity();
  }

  private static PaperExchange exchange(Faults faults) {
    return new PaperExchange(UNIVERSE, new CostModel(10, 5, 0), faults, Duration.ofMillis(1));
  }

  private static OrderCommand order(String id, long time, String symbol, double quantity) {
    return OrderCommand.send(time, id, symbol, quantity, 100, false, "target");
  }

  private static Bar[] bars(long close) {
    return new Bar[] {bar(0, close), bar(1, close)};
  }

  private static Bar bar(int symbol, long close) {
    return new Bar(symbol, Timeframe.D1, close, 100, 110, 100, 110, 1);
  }
}
