package io.podflow.savepoints.table;

import java.util.Arrays;

/** Windows of numbers in a few words: they grow at the end and lose what is oldest. */
final class Windows {

  private Windows() {}

  static String text(double[] values) {
    return values.length + " values";
  }

  static String text(long[] values) {
    return values.length + " values";
  }

  static String change(double[] before, double[] after) {
    for (int added = 0; added <= after.length; added++) {
      int kept = after.length - added;
      if (kept <= before.length
          && Arrays.equals(before, before.length - kept, before.length, after, 0, kept)) {
        return words(after.length, added);
      }
    }
    return words(after.length, after.length);
  }

  static String change(long[] before, long[] after) {
    for (int added = 0; added <= after.length; added++) {
      int kept = after.length - added;
      if (kept <= before.length
          && Arrays.equals(before, before.length - kept, before.length, after, 0, kept)) {
        return words(after.length, added);
      }
    }
    return words(after.length, after.length);
  }

  private static String words(int length, int added) {
    return length + " values, the last " + added + " new";
  }
}
