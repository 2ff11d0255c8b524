package io.podflow.live.kafka;

import java.io.Serializable;
import java.util.List;

/**
 * The names of a job's topics.
 *
 * @param prefix of all of them, so that jobs can share a broker
 */
public record Topics(String prefix) implements Serializable {

  public String bars() {
    return prefix + ".bars";
  }

  public String orders() {
    return prefix + ".orders";
  }

  public String exchange() {
    return prefix + ".exchange";
  }

  public String decisions() {
    return prefix + ".decisions";
  }

  public String config() {
    return prefix + ".config";
  }

  public String deadLetters() {
    return prefix + ".dead-letter";
  }

  public String health() {
    return prefix + ".health";
  }

  /** Those whose records a job or an exchange side reads again when it is restarted. */
  List<String> neededAgain() {
    return List.of(bars(), orders(), exchange(), config());
  }

  /** Whether the broker must never remove records of a topic. */
  boolean isKept(String topic) {
    return !topic.equals(health());
  }

  /** All of them, each with one partition: their order is what event time is made of. */
  public List<String> all() {
    return List.of(bars(), orders(), exchange(), config(), decisions(), deadLetters(), health());
  }
}
