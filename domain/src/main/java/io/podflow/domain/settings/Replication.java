package io.podflow.domain.settings;

import java.io.Serializable;

/** On how many brokers each topic lies that podflow makes (decision LV8). */
public sealed interface Replication extends Serializable {

  /** The number of brokers that carry a topic, in a cluster of {@code brokers} brokers. */
  int among(int brokers);

  /** As many as there are, up to {@value #MOST}: one may then be lost without a pause. */
  enum Auto implements Replication {
    AUTO;

    private static final int MOST = 3;

    @Override
    public int among(int brokers) {
      return Math.max(1, Math.min(MOST, brokers));
    }
  }

  /** A number of the user's; Kafka refuses a topic with more copies than there are brokers. */
  record Copies(int count) implements Replication {

    /** The largest number that Kafka has room for. */
    public static final int MOST = Short.MAX_VALUE;

    public Copies {
      if (count < 1 || count > MOST) {
        throw new IllegalArgumentException("replication is " + count);
      }
    }

    @Override
    public int among(int brokers) {
      return count;
    }
  }
}
