package io.podflow.config.violation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects every violation of one configuration. */
public final class ViolationLog {

  private static final Comparator<Violation> READING_ORDER =
      Comparator.comparingInt((Violation v) -> v.line() == 0 ? 0 : 1)
          .thenComparingInt(Violation::line);

  private final Places places;
  private final List<Violation> violations = new ArrayList<>();
  private final Set<String> faulty = new LinkedHashSet<>();

  public ViolationLog(Places places) {
    this.places = places;
  }

  /** A log whose violations are discarded, for values that are only tried. */
  public static ViolationLog discarding() {
    return new ViolationLog(new Places(""));
  }

  /** Records that the value at {@code path} cannot be used because it breaks {@code rule}. */
  public void add(String path, String value, String rule) {
    add(path, places.of(path), value, rule, "");
    faulty.add(path);
  }

  /** As {@link #add(String, String, String)}, for a value whose place is {@code place}. */
  public void add(String path, Place place, String value, String rule) {
    add(path, place, value, rule, "");
    faulty.add(path);
  }

  /**
   * Records that usable values break a rule between keys; the line is that of the key {@code
   * cause}.
   */
  public void addConflict(String path, String cause, String value, String rule) {
    add(path, places.of(cause), value, rule, "");
  }

  /** Records a name under {@code parent} that is not one of {@code known}. */
  public void addUnknown(
      String parent, String name, String value, String rule, List<String> known) {
    String nearest = NearestName.of(name, known);
    String path = child(parent, name);
    add(path, places.of(path), value, rule, nearest);
    faulty.add(path);
    if (!nearest.isEmpty()) {
      // the key that was probably intended has its default now, so a rule on that key would mislead
      faulty.add(child(parent, nearest));
    }
  }

  /** Records a value that should be one of {@code known}, with the nearest known value. */
  public void addUnknownValue(String path, String value, String rule, List<String> known) {
    add(path, places.of(path), value, rule, NearestName.of(value, known));
    faulty.add(path);
  }

  private void add(String path, Place place, String value, String rule, String suggestion) {
    violations.add(new Violation(place.source(), place.line(), path, value, rule, suggestion));
  }

  /** Whether the value at {@code path}, at an ancestor or at a descendant cannot be used. */
  public boolean isFaulty(String path) {
    return faulty.stream()
        .anyMatch(
            other ->
                other.isEmpty()
                    || other.equals(path)
                    || path.startsWith(other + ".")
                    || other.startsWith(path + "."));
  }

  public Places places() {
    return places;
  }

  public boolean isEmpty() {
    return violations.isEmpty();
  }

  /** All violations: those of the command line first, then by line. */
  public List<Violation> all() {
    return violations.stream().sorted(READING_ORDER).toList();
  }

  /** The path of {@code name} inside {@code parent}. */
  public static String child(String parent, String name) {
    return parent.isEmpty() ? name : parent + "." + name;
  }

  /** The path of the element at {@code index} of the list {@code parent}. */
  public static String child(String parent, int index) {
    return parent + "." + index;
  }
}
