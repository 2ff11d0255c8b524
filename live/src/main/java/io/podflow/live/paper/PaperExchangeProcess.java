package io.podflow.live.paper;

import io.podflow.connectors.wire.Decoded;
import io.podflow.domain.exchange.PaperExchange;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.FeedItem;
import io.podflow.job.version.VersionChain;
import io.podflow.job.version.VersionText;
import io.podflow.live.feed.FeedReader;
import io.podflow.live.kafka.KafkaAccess;
import io.podflow.live.kafka.LiveCodecs;
import io.podflow.live.kafka.Sender;
import io.podflow.live.kafka.StopSignal;
import io.podflow.live.kafka.TopicReader;
import io.podflow.live.kafka.Topics;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.WakeupException;

/**
 * An exchange on paper as a process of its own: reads bars and orders, sends reports. It keeps
 * nothing: started again, it reads both topics from their beginning, comes to the same books and
 * the same reports, and sends those that do not lie on their topic yet.
 */
public final class PaperExchangeProcess {

  private static final Duration POLL = Duration.ofMillis(50);

  private final KafkaAccess kafka;
  private final Topics topics;
  private final LiveCodecs codecs;
  private final FeedReader feed;
  private final ExchangeSession session;
  private final Delivery delivery;
  private final Set<Long> said = new HashSet<>();

  /**
   * @param first the configuration that {@code scope} is made from
   */
  public PaperExchangeProcess(
      KafkaAccess kafka,
      Topics topics,
      RunScope scope,
      ConfigVersion first,
      PaperExchange exchange,
      Delivery delivery) {
    this.kafka = kafka;
    this.topics = topics;
    this.codecs = LiveCodecs.of(scope.layout());
    VersionChain versions =
        new VersionChain(VersionText.with(PaperExchangeProcess.class.getClassLoader()));
    versions.submit(first);
    this.feed = new FeedReader(versions);
    this.session = new ExchangeSession(scope, first, exchange);
    this.delivery = delivery;
  }

  /** Runs until {@code stop} is told to. */
  public void run(StopSignal stop) {
    recall();
    try (TopicReader reader =
            new TopicReader(kafka, List.of(topics.bars(), topics.orders()), false);
        Sender producer = new Sender(kafka, topics.exchange())) {
      stop.wakes(reader);
      while (!stop.isAsked()) {
        for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
          take(record);
        }
        session.giveUpWaiting(System.nanoTime());
        deal(producer);
      }
    } catch (WakeupException stopped) {
      // That is how a poll ends when the process is asked to stop.
      return;
    }
  }

  /** Reads what an earlier process has sent. */
  private void recall() {
    try (TopicReader reader = new TopicReader(kafka, List.of(topics.exchange()), false)) {
      reader.readToEnd(
          record -> {
            if (codecs.exchange().decode(record.value(), record.timestamp())
                instanceof Decoded.Message<ExchangeReport> message) {
              said.add(message.value().sequence());
            }
          });
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    if (record.topic().equals(topics.orders())) {
      if (codecs.orders().decode(record.value(), record.timestamp())
          instanceof Decoded.Message<OrderCommand> message) {
        session.order(message.value());
      }
    } else {
      FeedItem item = feed.read(record.value(), record.offset(), record.timestamp()).item();
      if (item != null) {
        session.bar(item, System.nanoTime());
      }
    }
  }

  private void deal(Sender producer) {
    for (List<ExchangeReport> reports = session.deal(); reports != null; reports = session.deal()) {
      List<ExchangeReport> unsent =
          delivery.sent(reports).stream().filter(r -> !said.contains(r.sequence())).toList();
      if (!unsent.isEmpty() && !delivery.latency().isZero()) {
        LockSupport.parkNanos(delivery.latency().toNanos());
      }
      for (ExchangeReport report : unsent) {
        producer.send(codecs.exchange().encode(report));
      }
      producer.flush();
    }
  }
}
