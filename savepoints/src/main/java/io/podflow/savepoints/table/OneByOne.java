package io.podflow.savepoints.table;

import java.util.Arrays;
import java.util.stream.Stream;

/** Streams behind each other whose elements are made when they are asked for. */
final class OneByOne {

  private OneByOne() {}

  /** Flattening would, under an iterator, make all elements of a stream at once. */
  @SafeVarargs
  static <T> Stream<T> of(Stream<? extends T>... streams) {
    return Arrays.stream(streams)
        .<Stream<T>>map(stream -> stream.map(element -> element))
        .reduce(Stream.empty(), Stream::concat);
  }
}
