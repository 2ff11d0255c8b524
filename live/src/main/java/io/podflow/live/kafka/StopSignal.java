package io.podflow.live.kafka;

import org.jspecify.annotations.Nullable;

/** Asks a process that reads topics to come to an end, from another thread. */
public final class StopSignal {

  private volatile boolean asked;
  private volatile @Nullable TopicReader reader;

  public void wakes(TopicReader waiting) {
    reader = waiting;
  }

  public boolean isAsked() {
    return asked;
  }

  public void ask() {
    asked = true;
    TopicReader waiting = reader;
    if (waiting != null) {
      waiting.wakeUp();
    }
  }
}
