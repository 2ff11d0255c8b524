package io.podflow.connectors.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.api.Timeframe;
import io.podflow.connectors.rundb.RunTable;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.execution.PositionReport;
import io.podflow.domain.execution.PositionSnapshot;
import io.podflow.domain.health.AliveRecord;
import io.podflow.domain.health.HealthKind;
import io.podflow.domain.health.HealthRecord;
import io.podflow.domain.journal.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** What is written is read back to an equal message, down to the last bit of every number. */
@Tag("J2")
class RoundTripProperties {

  private static <T> void holds(WireTopic<T> topic, T message) {
    Decoded<T> decoded = topic.decode(topic.encode(message), Values.LATEST);
    assertThat(decoded).isEqualTo(new Decoded.Message<>(message));
  }

  @Property
  void bars(@ForAll long seed) {
    Values values = new Values(seed);
    double[] prices = values.doubles(4, values::positive);
    Arrays.sort(prices);
    boolean rising = values.flag();
    Timeframe timeframe = values.of(Timeframe.values());
    MarketMessage bar =
        MarketMessage.bar(
            values.of("BTC/USDT", "ETH/USDT"),
            timeframe,
            timeframe.closeOf(values.time()) - timeframe.millis(),
            prices[rising ? 1 : 2],
            prices[3],
            prices[0],
            prices[rising ? 2 : 1],
            // -0 becomes 0
            Math.abs(values.finite()));
    holds(Examples.BARS, bar);
    holds(Examples.BARS, bar.historyOf(values.id()));
    holds(Examples.BARS, MarketMessage.heartbeat(values.time()));
  }

  @Property
  @Tag("EV7")
  void ratesOfFunding(@ForAll long seed) {
    Values values = new Values(seed);
    // a fraction of any size; -0 becomes 0
    double rate = 1 / (1.5 + values.positive());
    holds(
        Examples.BARS,
        MarketMessage.funding(
            values.of("BTC/USDT", "ETH/USDT"), values.time(), values.flag() ? rate : -rate));
    holds(Examples.BARS, MarketMessage.funding("BTC/USDT", values.time(), 0));
  }

  @Property
  void orders(@ForAll long seed) {
    Values values = new Values(seed);
    holds(
        Examples.ORDERS,
        new OrderCommand(
            OrderCommand.Kind.SEND,
            values.time(),
            values.id(),
            values.id(),
            values.signed(),
            values.positive(),
            values.flag(),
            values.text()));
    holds(
        Examples.ORDERS,
        new OrderCommand(
            OrderCommand.Kind.CANCEL, values.time(), values.id(), values.id(), 0, 0, false, ""));
    holds(Examples.ORDERS, OrderCommand.close(values.time()));
  }

  @Property
  void reports(@ForAll long seed) {
    Values values = new Values(seed);
    holds(
        Examples.EXCHANGE,
        ExchangeReport.fill(
            values.time(),
            values.large(),
            values.id(),
            values.id(),
            values.signed(),
            values.positive(),
            values.finite(),
            values.finite()));
    ExchangeReport.Kind end =
        values.of(
            ExchangeReport.Kind.REJECTED,
            ExchangeReport.Kind.CANCELLED,
            ExchangeReport.Kind.EXPIRED);
    holds(
        Examples.EXCHANGE,
        ExchangeReport.ended(end, values.time(), values.large(), values.id(), values.text()));
    holds(
        Examples.EXCHANGE, ExchangeReport.heartbeat(values.time(), values.large(), values.flag()));
  }

  @Property
  void positions(@ForAll long seed, @ForAll @IntRange(max = 20) int count) {
    Values values = new Values(seed);
    TreeSet<String> symbols = new TreeSet<>();
    for (int i = 0; i < count; i++) {
      symbols.add(values.id());
    }
    List<PositionReport> positions =
        symbols.stream()
            .map(symbol -> position(values, symbol))
            .collect(Collectors.toUnmodifiableList());
    PositionSnapshot snapshot = new PositionSnapshot(positions, List.copyOf(symbols));
    holds(Examples.EXCHANGE, ExchangeReport.positions(values.time(), values.large(), snapshot));
  }

  private static PositionReport position(Values values, String symbol) {
    double profit = values.flag() ? Double.NaN : values.finite();
    return values.flag()
        ? new PositionReport(symbol, values.flag() ? 0.0 : -0.0, 0, profit)
        : new PositionReport(symbol, values.signed(), values.positive(), profit);
  }

  @Property
  void configurations(@ForAll @IntRange(min = 0) int history, @ForAll long seed) {
    Values values = new Values(seed);
    String yaml = "x" + values.text();
    holds(Examples.CONFIG, new ConfigMessage(values.id(), values.time(), yaml, values.time()));
    holds(
        Examples.CONFIG,
        new ConfigMessage(values.id(), values.time(), yaml, ConfigMessage.NOT_TOLD));
    holds(Examples.BARS, MarketMessage.version(values.id(), values.time(), history, yaml));
    holds(
        Examples.BARS,
        MarketMessage.version(values.id(), values.time(), history, yaml, (long) history << 31));
  }

  @Property
  void deadLetters(@ForAll long seed, @ForAll byte[] payload) {
    Values values = new Values(seed);
    holds(
        Examples.DEAD_LETTER,
        DeadLetter.of(
            values.id(),
            values.whole() & Integer.MAX_VALUE,
            values.large(),
            values.time(),
            values.text(),
            payload));
  }

  @Property
  @Tag("LV2")
  void health(@ForAll long seed) {
    Values values = new Values(seed);
    holds(
        Examples.HEALTH,
        new HealthRecord(
            values.time(),
            values.id(),
            values.of(HealthKind.values()),
            values.of(Severity.values()),
            values.text(),
            values.time(),
            values.time(),
            values.large(),
            "because",
            values.text(),
            values.flag()));
    holds(
        Examples.HEALTH,
        new AliveRecord(
            values.time(),
            values.id(),
            values.text(),
            "bars",
            values.flag() ? -1 : values.time(),
            values.flag() ? -1 : values.large(),
            values.flag() ? -1 : values.time()));
  }

  @Provide
  Arbitrary<RunTable> decided() {
    return Arbitraries.of(Arrays.stream(RunTable.values()).filter(RunTable::isDecided).toList());
  }

  @Property
  void rowsOfEveryTable(@ForAll("decided") RunTable table, @ForAll long seed) throws Exception {
    Record row = new Values(seed).record(table.recordType());
    holds(Examples.DECISIONS, new DecisionMessage(table, row));
  }
}
