package io.podflow.savepoints.botstate;

import java.util.Arrays;

/** Daily returns of a pod, oldest first. */
final class BotReturns {

  /** As many as the system before keeps. */
  static final int KEPT = 270;

  private BotReturns() {}

  /** The last {@value #KEPT} of them; more are told. */
  static double[] last(Field field) {
    double[] all = field.numbers();
    if (all.length > KEPT) {
      field
          .mapping()
          .lost(
              field.shown()
                  + ": "
                  + all.length
                  + " values; the last "
                  + KEPT
                  + " of them are used");
    }
    return Arrays.copyOfRange(all, Math.max(0, all.length - KEPT), all.length);
  }
}
