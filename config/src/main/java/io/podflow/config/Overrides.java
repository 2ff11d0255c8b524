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
 * Keys that the command line sets on top of the file. They pass the same checks, and violations
 * name the option in place of a line.
 *
 * @param entries in the order given; a later one wins
 */
public record Overrides(List<Entry> entries) {

  /** Key of the folder of bars. */
  public static final String BARS = "backtest.bars";

  /** Key of the first day. */
  public static final String START = "backtest.start";

  /** Key of the last day. */
  public static final String END = "backtest.end";

  /** Key of going on with symbols of which too many rows cannot be used. */
  public static final String ACCEPT_REJECTED = "backtest.accept_rejected";

  /** Key of going on without symbols that have no bars. */
  public static final String ALLOW_MISSING = "backtest.allow_missing";

  /** The last day that can be written. */
  private static final String NO_LAST_DAY = "9999-12-31";

  public Overrides {
    entries = List.copyOf(entries);
  }

  /**
   * One key.
   *
   * @param option as the user wrote it, such as {@code --from}
   * @param path dotted path of a key outside of lists
   * @param value as it would stand in the file
   */
  public record Entry(String option, String path, JsonNode value) {}

  public static Overrides none() {
    return new Overrides(List.of());
  }

  /** These and a text, day, duration or label. */
  public Overrides with(String option, String path, String value) {
    return with(new Entry(option, path, JsonNodeFactory.instance.textNode(value)));
  }

  /** These and what the options of a run say; null where one was not given. */
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

  /**
   * These and the first day that a live job trades. The last day of a backtest bounds no live job
   * (decision LV1) and would refuse every first day behind it, so it gives way.
   *
   * @param from UTC day; null where none was given
   */
  public Overrides ofLive(@Nullable String from) {
    return from == null ? this : with("--from", START, from).with("--from", END, NO_LAST_DAY);
  }

  /** These, with what a run goes on with though its bars are not as they should be. */
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

  /** These and a number. */
  public Overrides with(String option, String path, double value) {
    return with(new Entry(option, path, JsonNodeFactory.instance.numberNode(value)));
  }

  /** These and a whole number. */
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
