package io.podflow.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.podflow.config.violation.Place;
import io.podflow.config.violation.Places;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keys that the command line sets on top of the file. Overridden keys pass the same checks, and
 * violations name the option in place of a line.
 *
 * @param entries in the order given; a later entry for a path wins
 */
public record Overrides(List<Entry> entries) {

  /** Key of the folder of bars. */
  public static final String BARS = "backtest.bars";

  /** Key of the first day. */
  public static final String START = "backtest.start";

  /** Key of the last day. */
  public static final String END = "backtest.end";

  /** Key that lets a run go on with symbols that have too many rejected rows. */
  public static final String ACCEPT_REJECTED = "backtest.accept_rejected";

  /** Key that lets a run go on without symbols that have no bars. */
  public static final String ALLOW_MISSING = "backtest.allow_missing";

  public Overrides {
    entries = List.copyOf(entries);
  }

  /**
   * One key.
   *
   * @param option option on the command line, such as {@code --from}
   * @param path dotted path of a key outside of lists
   * @param value value as in the file
   */
  public record Entry(String option, String path, JsonNode value) {}

  public static Overrides none() {
    return new Overrides(List.of());
  }

  /** These overrides and a text, day, duration or label. */
  public Overrides with(String option, String path, String value) {
    return with(new Entry(option, path, JsonNodeFactory.instance.textNode(value)));
  }

  /** These overrides and the options of a run; an option that was not given is null. */
  public Overrides ofRun(@Nullable String data, @Nullable String from, @Nullable String to) {
    Overrides overrides = this;
    if (data != null) {
      overrides = overrides.with("--data", BARS, data);
    }
    if (from != null) {
      overrides = overrides.with("--from", START, from);
    }
    if (to != null) {
      overrides = overrides.with("--to", END, to);
    }
    return overrides;
  }

  /** These overrides, with the faults of bars that a run accepts. */
  public Overrides ofData(boolean acceptRejected, boolean allowMissing) {
    Overrides overrides = this;
    if (acceptRejected) {
      overrides = overrides.with("--accept-rejected", ACCEPT_REJECTED, true);
    }
    return allowMissing ? overrides.with("--allow-missing", ALLOW_MISSING, true) : overrides;
  }

  private Overrides with(String option, String path, boolean value) {
    return with(new Entry(option, path, JsonNodeFactory.instance.booleanNode(value)));
  }

  /** These overrides and a number. */
  public Overrides with(String option, String path, double value) {
    return with(new Entry(option, path, JsonNodeFactory.instance.numberNode(value)));
  }

  /** These overrides and a whole number. */
  public Overrides with(String option, String path, int value) {
    return with(new Entry(option, path, JsonNodeFactory.instance.numberNode(value)));
  }

  private Overrides with(Entry entry) {
    List<Entry> more = new ArrayList<>(entries);
    more.add(entry);
    return new Overrides(more);
  }

  void apply(ObjectNode document, Places places) {
    entries.forEach(entry -> apply(entry, document, places));
  }

  private static void apply(Entry entry, ObjectNode document, Places places) {
    List<String> names = List.of(entry.path().split("\\."));
    ObjectNode section = document;
    for (String name : names.subList(0, names.size() - 1)) {
      JsonNode inner = section.has(name) ? section.get(name) : section.putObject(name);
      if (!(inner instanceof ObjectNode next)) {
        return;
      }
      section = next;
    }
    section.set(names.get(names.size() - 1), entry.value());
    places.put(entry.path(), new Place(entry.option(), 0));
  }
}
