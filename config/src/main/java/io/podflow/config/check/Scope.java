package io.podflow.config.check;

import io.podflow.config.violation.ViolationLog;
import java.util.Arrays;
import java.util.List;

/**
 * The section that a check reads. A rule is reported only when none of the keys in the rule has
 * been refused already.
 */
final class Scope {

  private final ViolationLog log;
  private final String path;

  Scope(ViolationLog log, String path) {
    this.log = log;
    this.path = path;
  }

  Scope section(String name) {
    return new Scope(log, path(name));
  }

  String path(String key) {
    return ViolationLog.child(path, key);
  }

  /**
   * Reports {@code key} when {@code holds} is false.
   *
   * @param rule what must hold, as the end of a sentence about {@code key}
   * @param others further keys of this section in the rule
   */
  void require(boolean holds, String key, String value, String rule, String... others) {
    if (!holds
        && isSound(path(key))
        && Arrays.stream(others).map(this::path).allMatch(this::isSound)) {
      log.addConflict(path(key), path(key), value, rule);
    }
  }

  /**
   * Reports the section itself when {@code holds} is false.
   *
   * @param involved full paths of the keys in the rule; the first path gives the line
   */
  void requireTogether(boolean holds, String value, String rule, List<String> involved) {
    if (!holds && involved.stream().allMatch(this::isSound)) {
      log.addConflict(path, involved.get(0), value, rule);
    }
  }

  /** Whether {@code key} of this section, or a key below or above it, was refused. */
  boolean isFaulty(String key) {
    return log.isFaulty(path(key));
  }

  private boolean isSound(String full) {
    return !log.isFaulty(full);
  }
}
