package io.podflow.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A topic of one partition: what was appended stays and is read by its offset. */
final class Topic<T> {

  private final List<T> records = new ArrayList<>();

  void append(T record) {
    records.add(record);
  }

  int end() {
    return records.size();
  }

  T at(int offset) {
    return records.get(offset);
  }

  List<T> all() {
    return Collections.unmodifiableList(records);
  }
}
