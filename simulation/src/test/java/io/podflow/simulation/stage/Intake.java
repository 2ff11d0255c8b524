package io.podflow.simulation.stage;

import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.FeedItem;

/** Who reads the topic of bars knows a version that comes again. */
public final class Intake {

  /** Before the first version. */
  public static final int NONE = -1;

  private static final String PREFIX = "v";

  private int version;

  /**
   * @param version the last that has been read, counted from 0
   */
  public Intake(int version) {
    this.version = version;
  }

  /** The name of a version, counted from 0. */
  public static String name(int version) {
    return PREFIX + version;
  }

  public int version() {
    return version;
  }

  /** Whether it goes any further. */
  public boolean passes(FeedItem item) {
    ConfigVersion told = item.version();
    if (told != null) {
      int number = Integer.parseInt(told.id().substring(PREFIX.length()));
      boolean isNew = number > version;
      version = Math.max(version, number);
      return isNew;
    }
    return true;
  }
}
