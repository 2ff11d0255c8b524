package io.podflow.savepoints.botstate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What has become of every field of a database. Names of pods and symbols are {@code *} in it. */
public final class Mapping {

  /** What has become of a field. */
  public enum Fate {
    /** It lies in the state as it is. */
    TAKEN,
    /** The state has something that was computed from it. */
    DERIVED,
    /** The state has no place for it. */
    NOT_PLACED
  }

  /**
   * A line of the report.
   *
   * @param field path from the key down
   * @param note how it was derived, or why it was not placed
   */
  public record Line(String field, Fate fate, String note) {}

  private final Map<String, Line> lines = new TreeMap<>();
  private final Set<String> families = new HashSet<>();
  private final List<String> losses = new ArrayList<>();

  void taken(String field) {
    lines.putIfAbsent(field, new Line(field, Fate.TAKEN, ""));
  }

  void derived(String field, String how) {
    lines.put(field, new Line(field, Fate.DERIVED, how));
  }

  void notPlaced(String field, String why) {
    lines.put(field, new Line(field, Fate.NOT_PLACED, why));
  }

  /** The names below this field are data: pods or symbols. */
  void family(String field) {
    families.add(field);
  }

  /** Something that is broken or missing, and what is done without it. */
  void lost(String what) {
    if (!losses.contains(what)) {
      losses.add(what);
    }
  }

  /** Lists whatever below a key nobody has asked for. */
  void account(String path, JsonNode node) {
    if (node.isNull() || lines.containsKey(path)) {
      return;
    }
    if (node.isObject() && !node.isEmpty()) {
      node.properties()
          .forEach(
              child ->
                  account(
                      path + "." + (families.contains(path) ? "*" : child.getKey()),
                      child.getValue()));
    } else if (!families.contains(path)) {
      notPlaced(path, "not known to podflow");
    }
  }

  /** By field. */
  public List<Line> lines() {
    return List.copyOf(lines.values());
  }

  /** What is broken or missing. */
  public List<String> losses() {
    return List.copyOf(losses);
  }
}
