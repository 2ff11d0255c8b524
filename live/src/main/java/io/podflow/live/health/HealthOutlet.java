package io.podflow.live.health;

import io.podflow.domain.health.HealthMessage;
import java.util.List;

/** Where records of health go. */
public interface HealthOutlet extends AutoCloseable {

  /** Forgets everything that it is given. */
  HealthOutlet NONE =
      new HealthOutlet() {
        @Override
        public void write(List<? extends HealthMessage> messages) {
          // Nobody reads.
        }

        @Override
        public void close() {
          // Nothing is open.
        }
      };

  /** Writes at once; what cannot be written is lost, and said in the log of the process. */
  void write(List<? extends HealthMessage> messages);

  @Override
  void close();
}
