import io.podflow.config.ConfigReader;
import io.podflow.config.Overrides;
import io.podflow.connectors.wire.Decoded;
import io.podflow.connectors.wire.MarketMessage;
import io.podflow.domain.exchange.Faults;
import io.podflow.domain.exchange.PaperExchange;
import io.podflow.domain.execution.CostModel;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.market.UtcDays;
import io.podflow.job.engine.RunScope;
import io.podflow.live.kafka.KafkaAccess;
import io.podflow.live.kafka.LiveCodecs;
import io.podflow.live.kafka.TopicSetup;
import io.podflow.live.kafka.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * How long it takes from the last bar of a close to the mark behind its orders, as a client of the
 * broker sees it. It is the feed and the exchange of a live job that runs already. Each close waits
 * for the one before. Arguments: CONFIG BROKER TOPICS CLOSES CLOSES_PER_SECOND (0: as fast as it
 * goes) WARM_UP_CLOSES. With CLOSES as 60m it runs for so many minutes, prints a line after each, and has the
 * broker keep no more of its topics than it needs.
 */
class LiveLatency {

  private final Topics topics;
  private final RunScope scope;
  private final PortfolioLayout layout;
  private final LiveCodecs codecs;
  private final PaperExchange exchange;
  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> orders;
  private final double[] prices;
  private final Random random = new Random(1);

  LiveLatency(PodflowSettings settings, KafkaAccess kafka, Topics topics) {
    this.topics = topics;
    scope = RunScope.live(settings, UtcDays.startOf(settings.backtest().start()));
    layout = scope.layout();
    codecs = LiveCodecs.of(layout);
    exchange =
        new PaperExchange(
            layout.universe(),
            CostModel.of(settings.orchestrator()),
            Faults.NONE,
            Duration.ofDays(30));
    producer = new KafkaProducer<>(kafka.properties(), new ByteArraySerializer(), new ByteArraySerializer());
    orders = new KafkaConsumer<>(kafka.properties(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    orders.assign(List.of(new TopicPartition(topics.orders(), 0)));
    orders.seekToEnd(orders.assignment());
    orders.position(new TopicPartition(topics.orders(), 0));
    prices = new double[layout.universe().size()];
    Arrays.fill(prices, 100);
  }

  public static void main(String[] args) throws Exception {
    PodflowSettings settings =
        ConfigReader.installed().read(Path.of(args[0]), Overrides.none()).orThrow();
    KafkaAccess kafka = KafkaAccess.of(args[1], null, Map.of());
    Topics topics = new Topics(args[2]);
    boolean timed = args[3].endsWith("m");
    if (timed) {
      forget(kafka, topics);
    }
    TopicSetup.ensure(kafka, topics);
    int closes = timed ? 0 : Integer.parseInt(args[3]);
    double pace = Double.parseDouble(args[4]);
    int warmUp = Integer.parseInt(args[5]);
    LiveLatency bench = new LiveLatency(settings, kafka, topics);
    if (timed) {
      bench.run(Integer.parseInt(args[3].substring(0, args[3].length() - 1)), warmUp);
      return;
    }
    long[] nanos = new long[closes];
    long begun = 0;
    for (int i = -warmUp; i < closes; i++) {
      if (i == 0) {
        begun = System.nanoTime();
      }
      long start = System.nanoTime();
      long took = bench.close(i + warmUp);
      if (i >= 0) {
        nanos[i] = took;
      }
      if (pace > 0) {
        LockSupport.parkNanos((long) (1e9 / pace) - (System.nanoTime() - start));
      }
    }
    bench.print(nanos, closes, (System.nanoTime() - begun) / 1e9);
  }

  private void print(long[] nanos, int closes, double seconds) {
    Arrays.sort(nanos, 0, closes);
    System.out.printf(
        "%d closes of %d bars: p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, most %.1f ms; %.0f bars/s%n",
        closes,
        prices.length,
        nanos[closes / 2] / 1e6,
        nanos[closes * 99 / 100] / 1e6,
        nanos[closes * 999 / 1000] / 1e6,
        nanos[closes - 1] / 1e6,
        (double) closes * prices.length / seconds);
  }

  private void run(int minutes, int warmUp) {
    int number = 0;
    while (number < warmUp) {
      close(number++);
    }
    long[] all = new long[1 << 16];
    int count = 0;
    long begun = System.nanoTime();
    for (int minute = 0; minute < minutes; minute++) {
      int first = count;
      long since = System.nanoTime();
      while (System.nanoTime() - since < 60e9) {
        all = count == all.length ? Arrays.copyOf(all, 2 * count) : all;
        all[count++] = close(number++);
      }
      print(Arrays.copyOfRange(all, first, count), count - first, (System.nanoTime() - since) / 1e9);
    }
    System.out.print("all: ");
    print(all, count, (System.nanoTime() - begun) / 1e9);
  }

  /** An hour at speed is tens of gigabytes, and the job reads none of them twice. */
  private static void forget(KafkaAccess kafka, Topics topics) throws Exception {
    Map<String, String> little =
        Map.of("retention.bytes", "1000000000", "segment.bytes", "100000000");
    try (Admin admin = Admin.create(kafka.properties())) {
      admin
          .createTopics(
              topics.all().stream()
                  .map(topic -> new NewTopic(topic, 1, (short) 1).configs(little))
                  .toList())
          .all()
          .get();
    }
  }

  private long close(int number) {
    Timeframe timeframe = layout.timeframes().get(0);
    long open = scope.window().from() + number * timeframe.millis();
    long time = open + timeframe.millis();
    Bar[] bars = new Bar[prices.length];
    for (int s = 0; s < bars.length; s++) {
      double before = prices[s];
      prices[s] *= Math.exp(0.02 * random.nextGaussian());
      bars[s] =
          new Bar(
              s,
              timeframe,
              time,
              before,
              Math.max(before, prices[s]),
              Math.min(before, prices[s]),
              prices[s],
              1);
    }
    for (ExchangeReport report : exchange.onClose(time, bars)) {
      producer.send(new ProducerRecord<>(topics.exchange(), codecs.exchange().encode(report)));
    }
    for (int s = 0; s < bars.length - 1; s++) {
      send(bars[s]);
    }
    producer.flush();
    long start = System.nanoTime();
    send(bars[bars.length - 1]);
    while (true) {
      for (var record : orders.poll(Duration.ofMillis(100))) {
        if (codecs.orders().decode(record.value(), 0) instanceof Decoded.Message<OrderCommand> message) {
          exchange.take(message.value());
          if (message.value().kind() == OrderCommand.Kind.CLOSE && message.value().time() == time) {
            return System.nanoTime() - start;
          }
        }
      }
    }
  }

  private void send(Bar bar) {
    producer.send(
        new ProducerRecord<>(
            topics.bars(),
            codecs
                .bars()
                .encode(
                    MarketMessage.bar(
                        layout.universe().symbol(bar.symbol()),
                        bar.timeframe(),
                        bar.closeTime() - bar.timeframe().millis(),
                        bar.open(),
                        bar.high(),
                        bar.low(),
                        bar.close(),
                        bar.volume()))));
  }
}
