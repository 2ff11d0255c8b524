package io.podflow.job.kafka;

import io.podflow.connectors.wire.Decoded;
import io.podflow.connectors.wire.MarketMessage;
import io.podflow.domain.exchange.PaperExchange;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.FeedItem;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.WakeupException;

/**
 * An exchange on paper as a process of its own: reads bars and orders, sends reports. It keeps
 * nothing: started again, it reads both topics from their beginning, comes to the same books, and
 * sends the same reports once more, which whoever has seen them drops.
 *
 * <p>A close, or what the exchange has to say before it, is dealt with only when the job has said
 * that all orders of the time before are out: so it makes no difference how fast bars come.
 */
public final class PaperExchangeProcess {

  private static final Duration POLL = Duration.ofMillis(50);

  private final KafkaAccess kafka;
  private final Topics topics;
  private final LiveCodecs codecs;
  private final FeedItems items;
  private final RunScope scope;
  private final PaperExchange exchange;
  private final Delivery delivery;
  private final Deque<MarketCloses.Close> due = new ArrayDeque<>();
  private final MarketCloses market;
  private long ordersUpTo = Long.MIN_VALUE;
  private long told = Long.MIN_VALUE;

  public PaperExchangeProcess(
      KafkaAccess kafka, Topics topics, RunScope scope, PaperExchange exchange, Delivery delivery) {
    this.kafka = kafka;
    this.topics = topics;
    this.codecs = LiveCodecs.of(scope.roster());
    this.items = new FeedItems(scope.roster().universe());
    this.scope = scope;
    this.exchange = exchange;
    this.delivery = delivery;
    this.market = new MarketCloses(scope);
  }

  /** Runs until {@code stop} is told to. */
  public void run(Stop stop) {
    try (TopicReader reader =
            new TopicReader(kafka, List.of(topics.bars(), topics.orders()), false);
        Sender producer = new Sender(kafka, topics.exchange())) {
      stop.wakes(reader);
      while (!stop.isAsked()) {
        for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
          take(record);
        }
        market.giveUpWaiting(System.nanoTime(), due);
        deal(producer);
      }
    } catch (WakeupException stopped) {
      // That is how a poll ends when the process is asked to stop.
      return;
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    if (record.topic().equals(topics.orders())) {
      if (codecs.orders().decode(record.value(), record.timestamp())
          instanceof Decoded.Message<OrderCommand> message) {
        OrderCommand command = message.value();
        exchange.take(command);
        if (command.kind() == OrderCommand.Kind.CLOSE) {
          ordersUpTo = Math.max(ordersUpTo, command.time());
        }
      }
    } else if (codecs.bars().decode(record.value(), record.timestamp())
        instanceof Decoded.Message<MarketMessage> message) {
      FeedItem item = items.map(message.value());
      market.take(item, System.nanoTime(), due);
    }
  }

  /**
   * Everything up to now whose orders are known. While the connection is broken there are none: the
   * job decides nothing before it has heard of the close.
   */
  private void deal(Sender producer) {
    while (exchange.isAway() || ordersUpTo >= told) {
      MarketCloses.Close close = due.peek();
      long tick = exchange.nextTick();
      if (tick <= market.reached() && (close == null || tick < close.time())) {
        send(producer, tick, exchange.onTick(tick));
      } else if (close != null) {
        due.remove();
        send(producer, close.time(), exchange.onClose(close.time(), close.bars()));
      } else {
        return;
      }
    }
  }

  private void send(Sender producer, long time, List<ExchangeReport> reports) {
    if (reports.isEmpty()) {
      return;
    }
    told = time;
    if (!delivery.latency().isZero()) {
      LockSupport.parkNanos(delivery.latency().toNanos());
    }
    for (ExchangeReport report : delivery.sent(reports)) {
      producer.send(codecs.exchange().encode(report));
    }
    producer.flush();
  }
}
