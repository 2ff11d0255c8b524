package io.podflow.live.job;

import io.podflow.connectors.wire.DeadLetter;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.journal.Event;
import io.podflow.job.engine.RunScope;
import io.podflow.job.operator.BarCloseGateOperator;
import io.podflow.job.operator.ExchangeGateOperator;
import io.podflow.job.operator.SilenceOperator;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.FeedItem;
import io.podflow.job.state.MarketItem;
import io.podflow.job.state.PortfolioInput;
import io.podflow.job.state.RunRecord;
import io.podflow.job.state.StateTypes;
import io.podflow.job.state.Uids;
import io.podflow.job.topology.Topology;
import io.podflow.live.kafka.KafkaAccess;
import io.podflow.live.kafka.LiveCodecs;
import io.podflow.live.kafka.Topics;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A portfolio that trades: the topology between Kafka topics. No source of it ever ends. */
public final class LiveJob {

  private final RunScope scope;
  private final ConfigVersion version;
  private final KafkaAccess kafka;
  private final KafkaEnds ends;
  private final Topics topics;
  private final LiveCodecs codecs;
  private final OffsetsInitializer beginning;

  /**
   * @param version the configuration that {@code scope} is made from
   */
  public LiveJob(RunScope scope, ConfigVersion version, KafkaAccess kafka, Topics topics) {
    this(scope, version, kafka, topics, OffsetsInitializer.earliest());
  }

  /**
   * A job that begins to read bars later than with the first.
   *
   * @param offset of the first that it reads, where there is no checkpoint
   */
  public static LiveJob from(
      long offset, RunScope scope, ConfigVersion version, KafkaAccess kafka, Topics topics) {
    return new LiveJob(
        scope,
        version,
        kafka,
        topics,
        OffsetsInitializer.offsets(Map.of(new TopicPartition(topics.bars(), 0), offset)));
  }

  private LiveJob(
      RunScope scope,
      ConfigVersion version,
      KafkaAccess kafka,
      Topics topics,
      OffsetsInitializer beginning) {
    this.beginning = beginning;
    this.scope = scope;
    this.version = version;
    this.kafka = kafka;
    this.ends = new KafkaEnds(kafka, scope.layout().settings().portfolioId());
    this.topics = topics;
    this.codecs = LiveCodecs.of(scope.layout());
  }

  /** As it is called in Flink's pages and logs: no other job has the same name. */
  public String name() {
    return name(scope.layout().settings().portfolioId(), topics);
  }

  /** The name of the job of a portfolio. */
  public static String name(String portfolioId, Topics topics) {
    return "podflow live " + portfolioId + " on " + topics.prefix();
  }

  /** The address that it listens on where it brings its own cluster. */
  String bind() {
    return scope.layout().settings().live().bind();
  }

  /** Builds the whole graph in {@code env}; not started. */
  public StreamExecutionEnvironment assemble(StreamExecutionEnvironment env) {
    SingleOutputStreamOperator<FeedItem> feed =
        ends.read(env, topics.bars(), beginning, Uids.FEED)
            .process(new FeedIntake(version, watched("bars", topics.bars())), StateTypes.FEED_ITEM)
            .setParallelism(1)
            .uid(Uids.FEED_MESSAGES)
            .name("bars");
    SingleOutputStreamOperator<ExchangeReport> reports =
        scope.mode() == TradingMode.EXTERNAL ? reports(env) : null;
    DataStream<MarketItem> market = market(feed);
    SingleOutputStreamOperator<PortfolioInput> exchange = reports == null ? null : gate(reports);
    Topology.Decided decided = new Topology(scope, false).decideLive(market, exchange);
    if (exchange == null) {
      write(decided.records());
    } else {
      write(
          decided
              .records()
              .union(
                  events(exchange.getSideOutput(ExchangeGateOperator.EVENTS), Uids.REPORT_EVENTS),
                  events(silences(market, exchange), Uids.SILENCE_EVENTS)));
      send(decided);
    }
    publish(market);
    watchCloses(market, decided);
    bury(feed, reports);
    return env;
  }

  private DataStream<MarketItem> market(DataStream<FeedItem> feed) {
    long patience = scope.layout().settings().live().barTimeout().toMillis();
    return feed.transform(
            "market gate", StateTypes.MARKET_ITEM, new BarCloseGateOperator(scope, patience))
        .setParallelism(1)
        .uid(Uids.MARKET_GATE);
  }

  private SingleOutputStreamOperator<ExchangeReport> reports(StreamExecutionEnvironment env) {
    return ends.read(env, topics.exchange(), OffsetsInitializer.earliest(), Uids.EXCHANGE)
        .process(
            new Decode<>(
                codecs.exchange(), ExchangeReport::time, watched("exchange", topics.exchange())),
            StateTypes.EXCHANGE_REPORT)
        .setParallelism(1)
        .uid(Uids.EXCHANGE_REPORTS)
        .name("reports");
  }

  private void watchCloses(DataStream<MarketItem> market, Topology.Decided decided) {
    boolean external = scope.mode() == TradingMode.EXTERNAL;
    market
        .connect(decided.portfolio())
        .transform(
            "close watch", StateTypes.EVENT, new CloseWatchOperator(scope, external, kafka, topics))
        .setParallelism(1)
        .uid(Uids.CLOSE_WATCH);
  }

  private WatchedTopic watched(String part, String topic) {
    long tolerance = scope.layout().settings().live().clockTolerance().toMillis();
    return new WatchedTopic(kafka, topics, part, topic, tolerance);
  }

  private static DataStream<RunRecord> events(DataStream<Event> events, String uid) {
    return events
        .map(RunRecord::of)
        .returns(StateTypes.RUN_RECORD)
        .setParallelism(1)
        .uid(uid)
        .name("events");
  }

  private DataStream<Event> silences(
      DataStream<MarketItem> market, DataStream<PortfolioInput> exchange) {
    long patience = scope.layout().settings().live().exchangeTimeout().toMillis();
    return market
        .connect(exchange)
        .transform("silence", StateTypes.EVENT, new SilenceOperator(scope, patience))
        .setParallelism(1)
        .uid(Uids.SILENCE);
  }

  private SingleOutputStreamOperator<PortfolioInput> gate(DataStream<ExchangeReport> reports) {
    return reports
        .transform("exchange gate", StateTypes.PORTFOLIO_INPUT, new ExchangeGateOperator(scope))
        .setParallelism(1)
        .uid(Uids.EXCHANGE_GATE);
  }

  private void write(DataStream<RunRecord> records) {
    records
        .flatMap(new DecisionRows(codecs.decisions()))
        .returns(PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)
        .setParallelism(1)
        .uid(Uids.DECISION_ROWS)
        .name("decision rows")
        .sinkTo(
            ends.sink(
                new ToTopic<>(topics.decisions(), row -> row),
                topics.decisions(),
                DeliveryGuarantee.EXACTLY_ONCE))
        .setParallelism(1)
        .uid(Uids.DECISIONS)
        .name(topics.decisions());
  }

  /** At once, and perhaps twice: the receiver drops ids that it has seen (decision EX5). */
  private void send(Topology.Decided decided) {
    decided
        .portfolio()
        .flatMap(new DecisionCommands())
        .returns(StateTypes.ORDER_COMMAND)
        .setParallelism(1)
        .uid(Uids.COMMANDS)
        .name("commands")
        .sinkTo(
            ends.sink(
                ToTopic.of(topics.orders(), codecs.orders()),
                topics.orders(),
                DeliveryGuarantee.AT_LEAST_ONCE))
        .setParallelism(1)
        .uid(Uids.ORDERS)
        .name(topics.orders());
  }

  /** What the job goes by, for people and tools; perhaps twice. */
  private void publish(DataStream<MarketItem> market) {
    market
        .flatMap(new ConfigMessages(scope.window().from()))
        .returns(StateTypes.CONFIG_MESSAGE)
        .setParallelism(1)
        .uid(Uids.CONFIG_MESSAGES)
        .name("versions")
        .sinkTo(
            ends.sink(
                ToTopic.of(topics.config(), codecs.config()),
                topics.config(),
                DeliveryGuarantee.AT_LEAST_ONCE))
        .setParallelism(1)
        .uid(Uids.CONFIG)
        .name(topics.config());
  }

  private void bury(
      SingleOutputStreamOperator<FeedItem> feed,
      @Nullable SingleOutputStreamOperator<ExchangeReport> reports) {
    DataStream<DeadLetter> letters = feed.getSideOutput(Decode.DEAD_LETTERS);
    if (reports != null) {
      letters = letters.union(reports.getSideOutput(Decode.DEAD_LETTERS));
    }
    letters
        .sinkTo(
            ends.sink(
                ToTopic.of(topics.deadLetters(), codecs.deadLetters()),
                topics.deadLetters(),
                DeliveryGuarantee.AT_LEAST_ONCE))
        .setParallelism(1)
        .uid(Uids.DEAD_LETTERS)
        .name(topics.deadLetters());
  }
}
