package io.podflow.job.state.schema;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a logical name stands for. {@link #text} and {@link #parse} are inverse. */
public sealed interface Definition extends Serializable {

  /** The fields or constants, as one line of a schema's text. */
  String text();

  /**
   * Fields with names.
   *
   * @param fields in the order in which their values are written
   */
  record Structure(List<Field> fields) implements Definition {

    private static final String SEPARATOR = ", ";

    public Structure {
      fields = List.copyOf(fields);
    }

    @Override
    public String text() {
      return fields.stream()
          .map(field -> field.name() + " " + field.shape().text())
          .collect(Collectors.joining(SEPARATOR, "(", ")"));
    }

    private static Structure of(String inBrackets) {
      List<Field> fields = new ArrayList<>();
      if (!inBrackets.isEmpty()) {
        for (String field : inBrackets.split(SEPARATOR, -1)) {
          int blank = field.indexOf(' ');
          fields.add(new Field(field.substring(0, blank), Shape.parse(field.substring(blank + 1))));
        }
      }
      return new Structure(fields);
    }
  }

  /** A part of a structure. */
  record Field(String name, Shape shape) implements Serializable {}

  /**
   * Constants with names.
   *
   * @param constants in the order of the numbers that are written for them, from 0
   */
  record Enumeration(List<String> constants) implements Definition {

    private static final String SEPARATOR = "|";

    public Enumeration {
      constants = List.copyOf(constants);
    }

    @Override
    public String text() {
      return String.join(SEPARATOR, constants);
    }
  }

  /**
   * The definition that a text stands for.
   *
   * @throws IllegalArgumentException if a shape in it is none
   */
  static Definition parse(String text) {
    return text.startsWith("(")
        ? Structure.of(text.substring(1, text.length() - 1))
        : new Enumeration(List.of(text.split("\\|", -1)));
  }
}
