package io.podflow.job.state.codec;

import io.podflow.job.state.schema.Shape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A class under its logical name, with the fields that the name had in earlier versions of podflow.
 *
 * @param name with its version, such as {@code bar/1}
 * @param type a record, an enum, or a class with a public constructor without parameters whose
 *     state is in public fields
 * @param renamed fields by their earlier name
 * @param dropped names of fields that are read over
 */
public record NamedClass(
    String name, Class<?> type, Map<String, String> renamed, Set<String> dropped) {

  public NamedClass {
    new Shape.Named(name);
    renamed = Map.copyOf(renamed);
    dropped = Set.copyOf(dropped);
  }

  public static NamedClass of(String name, Class<?> type) {
    return new NamedClass(name, type, Map.of(), Set.of());
  }

  /** The same with a field that had another name. */
  public NamedClass renamed(String earlier, String now) {
    Map<String, String> all = new HashMap<>(renamed);
    all.put(earlier, now);
    return new NamedClass(name, type, all, dropped);
  }

  /** The same with a field that is gone: its values in earlier savepoints are read over. */
  public NamedClass dropped(String field) {
    Set<String> all = new HashSet<>(dropped);
    all.add(field);
    return new NamedClass(name, type, renamed, all);
  }
}
