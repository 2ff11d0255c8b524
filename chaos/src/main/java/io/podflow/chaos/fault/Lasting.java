package io.podflow.chaos.fault;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/** Something that is wrong for a while, and then right again. */
final class Lasting implements Fault {

  /** Makes it wrong, and says how it is made right. */
  @FunctionalInterface
  interface Beginning {

    Killed.Step begin() throws Exception;
  }

  private final Duration length;
  private final Beginning beginning;
  private Killed.Step end = () -> {};

  /**
   * @param least of how long it lasts, in milliseconds
   * @param below it lasts less than that, in milliseconds
   */
  Lasting(SplittableRandom random, int least, int below, Beginning beginning) {
    this.length = Duration.ofMillis(random.nextInt(least, below));
    this.beginning = beginning;
  }

  @Override
  public void strike() throws Exception {
    end = beginning.begin();
  }

  @Override
  public void mend() throws Exception {
    LockSupport.parkNanos(length.toNanos());
    end.run();
  }

  @Override
  public String detail() {
    return "%.1f s".formatted(length.toMillis() / 1e3);
  }
}
