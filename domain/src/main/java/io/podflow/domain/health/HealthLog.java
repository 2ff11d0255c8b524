package io.podflow.domain.health;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one part of podflow sees going wrong, grouped by kind and subject. The first sight is told
 * at once and repeats at most every {@link #REPEAT_MILLIS}; an end is told once. All times are
 * those of the caller's clock, epoch milliseconds UTC.
 *
 * <p>Not safe for use by several threads.
 */
public final class HealthLog {

  /** Least time between two records of one group. */
  public static final long REPEAT_MILLIS = 10_000;

  /** An occurrence is over when it has not been seen for so long. */
  public static final long QUIET_MILLIS = 60_000;

  /** Subjects of one kind that have a group of their own; further ones share one. */
  static final int MOST_SUBJECTS = 50;

  /** The subject of those that share a group. */
  static final String OTHERS = "others";

  private static final long NEVER = Long.MIN_VALUE;

  private final String part;
  private final Map<Group, Sight> sights = new LinkedHashMap<>();

  /**
   * @param part the part of podflow that sees, as {@link HealthRecord#part}
   */
  public HealthLog(String part) {
    this.part = part;
  }

  private record Group(HealthKind kind, String subject) {}

  private static final class Sight {
    private final long since;
    private long last;
    private long count;
    private String reason = "";
    private long told = NEVER;
    private long toldCount;
    private boolean ended;

    private Sight(long since) {
      this.since = since;
    }
  }

  /**
   * Something is seen: an occurrence once more, or a condition that holds.
   *
   * @param reason what is seen, for people
   */
  public void see(HealthKind kind, String subject, String reason, long now) {
    Group group = group(kind, subject);
    Sight sight = sights.get(group);
    if (sight == null || sight.ended) {
      sight = new Sight(now);
      sights.put(group, sight);
    }
    sight.last = now;
    sight.count++;
    sight.reason = reason;
  }

  /** A condition holds no longer. Without a sight of it nothing happens. */
  public void end(HealthKind kind, String subject) {
    Sight sight = sights.get(group(kind, subject));
    if (sight != null) {
      sight.ended = true;
    }
  }

  private Group group(HealthKind kind, String subject) {
    Group own = new Group(kind, subject);
    if (sights.containsKey(own)) {
      return own;
    }
    long known = sights.keySet().stream().filter(group -> group.kind() == kind).count();
    return known < MOST_SUBJECTS ? own : new Group(kind, OTHERS);
  }

  /** The records that are to be written now. */
  public List<HealthRecord> due(long now) {
    List<HealthRecord> due = new ArrayList<>();
    for (Iterator<Map.Entry<Group, Sight>> all = sights.entrySet().iterator(); all.hasNext(); ) {
      Map.Entry<Group, Sight> entry = all.next();
      Sight sight = entry.getValue();
      if (isDue(sight, now)) {
        sight.told = now;
        sight.toldCount = sight.count;
        due.add(record(entry.getKey(), sight, false, now));
      }
      if (isOver(entry.getKey().kind(), sight, now)) {
        all.remove();
        due.add(record(entry.getKey(), sight, true, now));
      }
    }
    return due;
  }

  private static boolean isOver(HealthKind kind, Sight sight, long now) {
    return sight.ended || !kind.isCondition() && now - sight.last >= QUIET_MILLIS;
  }

  private static boolean isDue(Sight sight, long now) {
    return sight.told == NEVER
        || sight.count > sight.toldCount && now - sight.told >= REPEAT_MILLIS;
  }

  private HealthRecord record(Group group, Sight sight, boolean over, long now) {
    HealthKind kind = group.kind();
    return new HealthRecord(
        now,
        part,
        kind,
        kind.severity(),
        group.subject(),
        sight.since,
        sight.last,
        sight.count,
        sight.reason,
        kind.nextStep(),
        over);
  }
}
