package io.podflow.connectors.csv;

import io.podflow.domain.market.Halts;
import io.podflow.domain.market.JumpWatch;
import io.podflow.domain.market.Jumps;
import java.util.ArrayList;
import java.util.List;

/**
 * Gaps, halts and jumps of the close in files with bars of one timeframe. A jump in one file that
 * the other files share is a move of the market.
 */
public final class BarSurvey {

  private static final long NOWHERE = Long.MIN_VALUE;

  /** The cursor and the counts of one file; all files are read in step by bar open. */
  private static final class Course {

    private final BarFile.Rows rows;
    private final long step;
    private final List<Jumps.Jump> jumps = new ArrayList<>();
    private boolean present;
    private long previousOpen = NOWHERE;
    private double previousClose = Double.NaN;
    private long gaps;
    private long longestGap;
    private final List<Halt> halts = new ArrayList<>();
    private int still;
    private long stillSince;

    Course(BarFile file) {
      this.rows = file.rows();
      this.step = file.spacing().millis();
      this.present = rows.next();
    }

    void take() {
      long missing = previousOpen == NOWHERE ? 0 : (rows.openTime() - previousOpen) / step - 1;
      if (missing > 0) {
        gaps++;
        longestGap = Math.max(longestGap, missing);
      }
      still = Halts.stillBars(still, previousClose, rows.last(), rows.volume());
      stillSince = still == 1 ? rows.openTime() : stillSince;
      if (Halts.begins(still)) {
        halts.add(new Halt(stillSince, still));
      } else if (Halts.isHalt(still)) {
        halts.set(halts.size() - 1, new Halt(stillSince, still));
      }
      previousOpen = rows.openTime();
      previousClose = rows.last();
      present = rows.next();
    }
  }

  /**
   * Bars without a trade (decision EV2).
   *
   * @param from open of the first one, epoch milliseconds UTC
   * @param bars number of bars in a row
   */
  public record Halt(long from, int bars) {}

  /**
   * Gaps, halts and jumps of one file.
   *
   * @param gaps number of stretches of missing bars between two rows
   * @param longestGap missing bars in the longest gap
   * @param halts stretches of at least five bars in a row with the same close and no volume
   * @param jumps of the close that the other files do not share
   */
  public record Findings(long gaps, long longestGap, List<Halt> halts, List<Jumps.Jump> jumps) {

    public Findings {
      halts = List.copyOf(halts);
      jumps = List.copyOf(jumps);
    }
  }

  private BarSurvey() {}

  /** The findings of each file, in the order of {@code files}. */
  public static List<Findings> of(List<BarFile> files) {
    List<Course> courses = new ArrayList<>();
    try {
      files.forEach(file -> courses.add(new Course(file)));
      follow(courses);
    } finally {
      courses.forEach(course -> course.rows.close());
    }
    return courses.stream().map(c -> new Findings(c.gaps, c.longestGap, c.halts, c.jumps)).toList();
  }

  private static void follow(List<Course> courses) {
    JumpWatch[] watches = Jumps.watches(courses.size());
    boolean[] present = new boolean[courses.size()];
    double[] closes = new double[courses.size()];
    long before = NOWHERE;
    long now = next(courses);
    while (now != Long.MAX_VALUE) {
      long step = courses.get(0).step;
      if (before != NOWHERE && now > before + step) {
        Jumps.atClose(watches, before + 2 * step, new boolean[present.length], closes);
      }
      for (int i = 0; i < present.length; i++) {
        Course course = courses.get(i);
        present[i] = course.present && course.rows.openTime() == now;
        if (present[i]) {
          closes[i] = course.rows.last();
          course.take();
        }
      }
      for (Jumps.Jump jump : Jumps.atClose(watches, now + step, present, closes)) {
        courses.get(jump.position()).jumps.add(jump);
      }
      before = now;
      now = next(courses);
    }
  }

  private static long next(List<Course> courses) {
    return courses.stream()
        .filter(course -> course.present)
        .mapToLong(course -> course.rows.openTime())
        .min()
        .orElse(Long.MAX_VALUE);
  }
}
