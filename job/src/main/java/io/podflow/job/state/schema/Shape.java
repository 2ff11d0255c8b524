package io.podflow.job.state.schema;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a value in state looks like. {@link #text} and {@link #parse} are inverse. */
public sealed interface Shape extends Serializable {

  /** The shape in the words of a schema's text, such as {@code double[]} or {@code list of bar}. */
  String text();

  /** A value without parts. */
  enum Scalar implements Shape {
    BOOLEAN,
    BYTE,
    INT,
    LONG,
    DOUBLE,
    /** Text of any length, or null. */
    TEXT;

    @Override
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Scalar> named(String text) {
      return Arrays.stream(values()).filter(scalar -> scalar.text().equals(text)).findAny();
    }
  }

  /** An array, or null; all of its elements have one shape. */
  record ArrayOf(Shape element) implements Shape {

    static final String SUFFIX = "[]";

    @Override
    public String text() {
      return element.text() + SUFFIX;
    }
  }

  /** A list, or null; all of its elements have one shape, which is no array. */
  record ListOf(Shape element) implements Shape {

    static final String PREFIX = "list of ";

    public ListOf {
      if (element instanceof ArrayOf || element instanceof ListOf) {
        throw new IllegalArgumentException("a list of " + element.text());
      }
    }

    @Override
    public String text() {
      return PREFIX + element.text();
    }
  }

  /**
   * A structure or an enum, or null.
   *
   * @param name logical name with its version, such as {@code selector-state/1}; the {@link Schema}
   *     defines it
   */
  record Named(String name) implements Shape {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*/[1-9][0-9]*");

    public Named {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "logical name: " + name + " (expected: small letters, digits, hyphens; then /version)");
      }
    }

    @Override
    public String text() {
      return name;
    }
  }

  /**
   * The shape that a text stands for.
   *
   * @throws IllegalArgumentException if it stands for none
   */
  static Shape parse(String text) {
    if (text.startsWith(ListOf.PREFIX)) {
      return new ListOf(parse(text.substring(ListOf.PREFIX.length())));
    }
    if (text.endsWith(ArrayOf.SUFFIX)) {
      return new ArrayOf(parse(text.substring(0, text.length() - ArrayOf.SUFFIX.length())));
    }
    Optional<Scalar> scalar = Scalar.named(text);
    return scalar.isPresent() ? scalar.get() : new Named(text);
  }
}
