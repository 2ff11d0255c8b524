package io.podflow.config.violation;

import java.util.HashMap;
import java.util.Map;

/**
 * The place and the spelling of each key path in the file or on the command line. An absent path
 * has the place of its nearest ancestor.
 */
public final class Places {

  private final Place document;
  private final Map<String, Place> byPath = new HashMap<>();
  private final Map<String, String> words = new HashMap<>();

  public Places(String source) {
    this.document = new Place(source, 1);
  }

  public String source() {
    return document.source();
  }

  public void put(String path, Place place) {
    byPath.put(path, place);
  }

  /** Stores the spelling of an unquoted value. */
  public void putWord(String path, String word) {
    words.put(path, word);
  }

  /**
   * The spelling of the unquoted value at {@code path}; {@code other} for a path without such a
   * value.
   */
  public String word(String path, String other) {
    return words.getOrDefault(path, other);
  }

  /** The place of {@code path}, or of its nearest ancestor that was given. */
  public Place of(String path) {
    String key = path;
    while (!key.isEmpty()) {
      Place place = byPath.get(key);
      if (place != null) {
        return place;
      }
      key = key.substring(0, Math.max(0, key.lastIndexOf('.')));
    }
    return document;
  }
}
