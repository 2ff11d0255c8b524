package io.podflow.chaos.traffic;

import io.podflow.connectors.rundb.RunTable;
import io.podflow.connectors.wire.DecisionMessage;
import io.podflow.connectors.wire.Decoded;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.journal.EquityRow;
import io.podflow.live.kafka.KafkaAccess;
import io.podflow.live.kafka.LiveCodecs;
import io.podflow.live.kafka.Topics;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Everything that job and exchange side say, as it comes. */
public final class TopicLog implements AutoCloseable {

  private static final long NOT_YET = -1;
  private static final long NANOS = 1_000_000;

  private final Topics topics;
  private final LiveCodecs codecs;
  private final OrderLog orders = new OrderLog();
  private final TreeMap<Long, Valid> decided = new TreeMap<>();
  private final Set<DecisionMessage> rows = new HashSet<>();
  private long repeatedRows;
  private long deadLetters;
  private final Tail atOnce;
  private final Tail whenCommitted;

  public TopicLog(KafkaAccess kafka, Topics topics, LiveCodecs codecs) {
    this.topics = topics;
    this.codecs = codecs;
    List<String> read = List.of(topics.orders(), topics.exchange(), topics.deadLetters());
    this.atOnce = new Tail(kafka, read, "read_uncommitted", this::atOnce);
    this.whenCommitted =
        new Tail(kafka, List.of(topics.decisions()), "read_committed", this::whenCommitted);
  }

  private synchronized void atOnce(ConsumerRecord<byte[], byte[]> record) {
    byte[] payload = record.value();
    if (record.topic().equals(topics.orders())) {
      if (codecs.orders().decode(payload, record.timestamp())
          instanceof Decoded.Message<OrderCommand> command) {
        orders.command(command.value());
      }
    } else if (record.topic().equals(topics.exchange())) {
      if (codecs.exchange().decode(payload, record.timestamp())
          instanceof Decoded.Message<ExchangeReport> report) {
        orders.report(report.value());
      }
    } else {
      deadLetters++;
    }
    notifyAll();
  }

  private synchronized void whenCommitted(ConsumerRecord<byte[], byte[]> record) {
    if (codecs.decisions().decode(record.value(), record.timestamp())
        instanceof Decoded.Message<DecisionMessage> row) {
      if (row.value().row() instanceof EquityRow books) {
        decided.putIfAbsent(
            books.time(), new Valid(record.timestamp(), System.currentTimeMillis()));
      }
      if (!rows.add(row.value()) && row.value().table() != RunTable.EVENTS) {
        repeatedRows++;
      }
    }
    notifyAll();
  }

  /** Waits for the first order of a close. */
  public synchronized void awaitOrderOf(long close, Duration patience)
      throws InterruptedException, TimeoutException {
    await(() -> orders.hasOrdersOf(close) ? 0 : NOT_YET, "an order of " + close, patience);
  }

  /**
   * A decision that is valid: its transaction has been committed. Tasks that do not know yet that
   * they are out, and decisions that are undone, leave none.
   *
   * @param decidedAt when the job wrote it, epoch milliseconds of this machine
   * @param committedAt when it could be read
   */
  public record Valid(long decidedAt, long committedAt) {}

  /** Waits for the books of the first close after this one. */
  public synchronized Valid awaitDecisionAfter(long close, Duration patience)
      throws InterruptedException, TimeoutException {
    await(
        () -> decided.higherKey(close) == null ? NOT_YET : 0, "decisions after " + close, patience);
    return Objects.requireNonNull(decided.higherEntry(close)).getValue();
  }

  private long await(LongSupplier answer, String what, Duration patience)
      throws InterruptedException, TimeoutException {
    long until = System.nanoTime() + patience.toNanos();
    long found = answer.getAsLong();
    while (found == NOT_YET) {
      long left = (until - System.nanoTime()) / NANOS;
      if (left <= 0) {
        throw new TimeoutException("waited " + patience.toSeconds() + " s for " + what);
      }
      wait(left);
      found = answer.getAsLong();
    }
    return found;
  }

  /**
   * How many orders are sent and not reported on yet. Waits for one if there is none, but not for
   * long.
   */
  public synchronized int awaitInFlight(Duration patience) throws InterruptedException {
    try {
      await(() -> orders.inFlight() > 0 ? 0 : NOT_YET, "an order in flight", patience);
    } catch (TimeoutException none) {
      return 0;
    }
    return orders.inFlight();
  }

  /** What was said of orders. To be asked for after the end. */
  public OrderLog orders() {
    return orders;
  }

  /** Rows that were committed more than once, events aside: equal ones may be meant. */
  public synchronized long repeatedRows() {
    return repeatedRows;
  }

  /** Records that the job could not read. */
  public synchronized long deadLetters() {
    return deadLetters;
  }

  @Override
  public void close() throws InterruptedException {
    atOnce.close();
    whenCommitted.close();
  }
}
