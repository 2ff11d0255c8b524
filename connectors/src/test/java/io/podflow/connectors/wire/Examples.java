package io.podflow.connectors.wire;

import io.podflow.api.Timeframe;
import io.podflow.connectors.rundb.RunTable;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.ExchangeReport.Kind;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.execution.PositionReport;
import io.podflow.domain.execution.PositionSnapshot;
import io.podflow.domain.health.AliveRecord;
import io.podflow.domain.health.HealthKind;
import io.podflow.domain.health.HealthMessage;
import io.podflow.domain.health.HealthRecord;
import io.podflow.domain.journal.AllocationRow;
import io.podflow.domain.journal.AssetRow;
import io.podflow.domain.journal.BenchmarkRow;
import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.FillRow;
import io.podflow.domain.journal.ModelRow;
import io.podflow.domain.journal.MonitorRow;
import io.podflow.domain.journal.OrderRow;
import io.podflow.domain.journal.PodFillRow;
import io.podflow.domain.journal.PodRow;
import io.podflow.domain.journal.PositionRow;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.journal.TargetRow;
import io.podflow.domain.journal.UnsentRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every topic, and one message of every kind. */
final class Examples {

  static final long TIME = Instant.parse("2024-01-02T00:00:00Z").toEpochMilli();
  static final long NOW = TIME + 1_000;
  static final WireLimits LIMITS = WireLimits.DEFAULT;

  static final BarsTopic BARS = new BarsTopic(Set.of("BTC/USDT", "ETH/USDT"), LIMITS);
  static final OrdersTopic ORDERS = new OrdersTopic(LIMITS);
  static final ExchangeTopic EXCHANGE = new ExchangeTopic(LIMITS);
  static final ConfigTopic CONFIG = new ConfigTopic(LIMITS);
  static final DecisionsTopic DECISIONS = new DecisionsTopic(LIMITS);
  static final DeadLetterTopic DEAD_LETTER = new DeadLetterTopic(LIMITS);
  static final HealthTopic HEALTH = new HealthTopic(LIMITS);

  private Examples() {}

  /** A topic and its messages. */
  record Group<T>(WireTopic<T> topic, List<T> messages) {

    List<byte[]> encoded() {
      return messages.stream().map(topic::encode).toList();
    }

    @Override
    public String toString() {
      return topic.name();
    }
  }

  static List<Group<?>> all() {
    return List.of(
        new Group<>(BARS, bars()),
        new Group<>(ORDERS, orders()),
        new Group<>(EXCHANGE, reports()),
        new Group<>(
            CONFIG,
            List.of(
                new ConfigMessage("v-2", TIME, "pods:\n  - pod_id: \"α\"\n", TIME - 5),
                new ConfigMessage("v-3", TIME, "pods: []\n", ConfigMessage.NOT_TOLD))),
        new Group<>(DECISIONS, decisions()),
        new Group<>(DEAD_LETTER, List.of(letter())),
        new Group<>(HEALTH, health()));
  }

  /** The topic of this name. */
  static WireTopic<?> topic(String name) {
    return all().stream()
        .<WireTopic<?>>map(Group::topic)
        .filter(topic -> topic.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The first example of a topic whose text holds {@code part}. */
  static String json(String topic, String part) {
    return all().stream()
        .filter(group -> group.topic().name().equals(topic))
        .flatMap(group -> group.encoded().stream())
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .filter(json -> json.contains(part))
        .findFirst()
        .orElseThrow();
  }

  private static List<MarketMessage> bars() {
    return List.of(
        MarketMessage.bar(
            "BTC/USDT", Timeframe.H1, TIME - 3_600_000, 42_000.5, 42_100, 41_900.25, 42_050, 12.75),
        MarketMessage.heartbeat(TIME),
        MarketMessage.version("v-2", TIME, 1, "pods:\n  - pod_id: \"α\"\n"),
        MarketMessage.version("v-3", TIME, 1, "pods: []\n", 1L << 40),
        MarketMessage.bar(
                "BTC/USDT", Timeframe.D1, TIME - 86_400_000, 42_000.5, 42_100, 41_900, 42_050, 1)
            .historyOf("v-2"),
        MarketMessage.funding("ETH/USDT", TIME, -0.000_125));
  }

  private static List<OrderCommand> orders() {
    return List.of(
        new OrderCommand(
            OrderCommand.Kind.SEND, TIME, "o-1", "BTC/USDT", 0.25, 42_050, false, "signal"),
        new OrderCommand(
            OrderCommand.Kind.SEND, TIME, "o-2", "ETH/USDT", -1.5, 2_300, true, "stop"),
        new OrderCommand(OrderCommand.Kind.CANCEL, TIME, "o-1", "BTC/USDT", 0, 0, false, ""),
        OrderCommand.close(TIME));
  }

  private static List<ExchangeReport> reports() {
    return List.of(
        ExchangeReport.fill(TIME, 1, "o-1", "f-1", 0.1, 42_055, 1.05, 0),
        ExchangeReport.fill(TIME, 2, "o-2", "f-2", -1.5, 2_299.5, -0.2, 0.75),
        ExchangeReport.ended(Kind.REJECTED, TIME, 3, "o-3", "no margin"),
        ExchangeReport.ended(Kind.CANCELLED, TIME, 4, "o-1", ""),
        ExchangeReport.ended(Kind.EXPIRED, TIME, 5, "o-4", "venue \"closed\""),
        ExchangeReport.positions(
            TIME,
            6,
            new PositionSnapshot(
                List.of(
                    new PositionReport("BTC/USDT", 0.1, 42_055, 12.5),
                    new PositionReport("ETH/USDT", -1.5, 2_299.5, Double.NaN),
                    new PositionReport("SOL/USDT", 0, 0, -3)),
                List.of("o-5", "o-6"))),
        ExchangeReport.positions(TIME, 7, new PositionSnapshot(List.of(), List.of())),
        ExchangeReport.heartbeat(TIME, 8, true));
  }

  private static DeadLetter letter() {
    byte[] payload = "{\"v\":1,\"type\":\"bar\"".getBytes(StandardCharsets.UTF_8);
    return DeadLetter.of("bars", 3, 1_234, TIME, "not JSON: ends", payload);
  }

  private static List<HealthMessage> health() {
    return List.of(
        new HealthRecord(
            TIME,
            "bars",
            HealthKind.REFUSED_ROW,
            Severity.WARNING,
            "main.bars",
            TIME - 60_000,
            TIME - 1,
            17,
            "close is -1.0 (expected: more than 0)",
            HealthKind.REFUSED_ROW.nextStep(),
            false),
        new AliveRecord(TIME, "closes", "host-1", "bars of ETH/USDT", TIME, 12, TIME - 5_000),
        new AliveRecord(TIME, "exchange", "", "", -1, -1, -1));
  }

  private static List<DecisionMessage> decisions() {
    return Stream.of(
            new DecisionMessage(
                RunTable.ASSETS,
                new AssetRow(
                    TIME,
                    "alpha",
                    "BTC/USDT",
                    42_050,
                    Double.NaN,
                    -0.25,
                    "warm-up",
                    1.5,
                    0.1,
                    0.05,
                    1,
                    0.5,
                    Double.NaN,
                    0.6,
                    "RE_ENTRY",
                    "recovered",
                    1.0 / 3,
                    2,
                    7,
                    0.4,
                    0.8,
                    3,
                    -0.1,
                    "stop")),
            new DecisionMessage(
                RunTable.PODS,
                new PodRow(
                    TIME,
                    "alpha",
                    "WARNING",
                    0.3,
                    350,
                    0.8,
                    -0.02,
                    1.25,
                    -7.5,
                    0.0003,
                    0.9,
                    0.3,
                    0.1,
                    Double.NaN,
                    12)),
            new DecisionMessage(
                RunTable.ALLOCATIONS,
                new AllocationRow(TIME, "alpha", "calendar", 0.5, 0.4, 0.2, 0.3, 0.1, true)),
            new DecisionMessage(
                RunTable.TARGETS,
                new TargetRow(TIME, "BTC/USDT", 0.7, 0.6, 0.5, 0.4, 0.3, 0.9, 0.12, "signal")),
            new DecisionMessage(
                RunTable.ORDERS,
                new OrderRow(
                    TIME, "o-1", "BTC/USDT", "BUY", 2, 100, "signal", "FILLED", true, 0.2, 0.02)),
            new DecisionMessage(
                RunTable.FILLS, new FillRow(TIME, "f-1", "o-1", "BTC/USDT", "BUY", 2, 101, 1, 0.2)),
            new DecisionMessage(
                RunTable.POD_FILLS,
                new PodFillRow(TIME, "f-1", "alpha", "BTC/USDT", -1, 101, 0, true, "stop")),
            new DecisionMessage(
                RunTable.POSITIONS, new PositionRow(TIME, "BTC/USDT", 2, 101, 100, 200, -2)),
            new DecisionMessage(
                RunTable.EQUITY,
                new EquityRow(
                    TIME, 1_000, 900, 100, 0.5, -0.25, 0.01, 3, -1, 0.2, 0.05, 0.7, 12.5)),
            new DecisionMessage(
                RunTable.UNSENT,
                new UnsentRow(TIME, "BTC/USDT", 2.1, 2, 0, "weight", "band", 0.21)),
            new DecisionMessage(
                RunTable.EVENTS,
                new Event(
                    TIME,
                    EventKind.SELECTOR,
                    "alpha",
                    "BTC/USDT",
                    "ACTIVE",
                    "COOLDOWN",
                    Severity.INFO,
                    "hard, \"now\"")),
            new DecisionMessage(
                RunTable.MONITORS,
                new MonitorRow(
                    TIME, "alpha", 0.1, 0.2, 3, 4, "NORMAL", 0.3, 0.04, "WARNING", -0.001, 0.05,
                    0.02, "NORMAL")),
            new DecisionMessage(
                RunTable.MODELS, new ModelRow("alpha", "BTC/USDT", "rsi", TIME, -0.125)),
            new DecisionMessage(
                RunTable.BENCHMARKS, new BenchmarkRow(TIME, BenchmarkRow.EQUAL_WEIGHT, 1_040)))
        .toList();
  }
}
