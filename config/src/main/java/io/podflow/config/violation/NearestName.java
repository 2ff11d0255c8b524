package io.podflow.config.violation;

import java.util.List;

/** Finds the known name that is most similar to a mistyped name (decision VA3). */
public final class NearestName {

  private NearestName() {}

  /**
   * The first of {@code known} with the smallest edit distance to {@code name}; empty if {@code
   * known} is empty.
   */
  public static String of(String name, List<String> known) {
    String nearest = "";
    int smallest = Integer.MAX_VALUE;
    for (String candidate : known) {
      int distance = distance(name, candidate);
      if (distance < smallest) {
        smallest = distance;
        nearest = candidate;
      }
    }
    return nearest;
  }

  /** Insertions, deletions and replacements of one character that turn {@code a} into {@code b}. */
  static int distance(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[b.length()];
  }
}
