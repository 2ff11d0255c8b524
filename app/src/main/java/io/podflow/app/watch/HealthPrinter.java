package io.podflow.app.watch;

import io.podflow.domain.health.HealthMessage;
import io.podflow.live.client.HealthReader;
import io.podflow.live.kafka.KafkaAccess;
import io.podflow.live.kafka.Topics;
import java.io.PrintWriter;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;

/**
 * Prints the health of a job in a thread of its own, so that a silent job cannot keep it silent.
 */
final class HealthPrinter implements AutoCloseable {

  private static final Duration LOOK = Duration.ofSeconds(1);

  /** Findings of the last moments before the command are printed, too, milliseconds. */
  private static final long BEFORE = 15_000;

  private final KafkaAccess kafka;
  private final Topics topics;
  private final PrintWriter console;
  private final Thread thread;
  private volatile boolean ended;

  private HealthPrinter(KafkaAccess kafka, Topics topics, PrintWriter console) {
    this.kafka = kafka;
    this.topics = topics;
    this.console = console;
    this.thread = new Thread(this::run, "podflow watch of health");
    thread.setDaemon(true);
  }

  static HealthPrinter start(KafkaAccess kafka, Topics topics, PrintWriter console) {
    HealthPrinter printer = new HealthPrinter(kafka, topics, console);
    printer.thread.start();
    return printer;
  }

  /** Prints a line, whichever thread it comes from. */
  void print(String line) {
    synchronized (console) {
      console.println(line);
      console.flush();
    }
  }

  private void run() {
    HealthLines lines = new HealthLines(now());
    try (HealthReader reader = new HealthReader(kafka, topics, now() - BEFORE)) {
      while (!ended) {
        for (HealthMessage message : reader.poll(LOOK)) {
          lines.take(message, now()).forEach(this::print);
        }
        lines.due(now()).forEach(this::print);
      }
    } catch (KafkaException e) {
      print("health: " + topics.health() + " cannot be read: " + e.getMessage());
    }
  }

  private static long now() {
    return System.currentTimeMillis();
  }

  @Override
  public void close() throws InterruptedException {
    ended = true;
    thread.join(Duration.ofSeconds(3).toMillis());
  }
}
