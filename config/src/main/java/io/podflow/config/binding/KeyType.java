package io.podflow.config.binding;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;

/** The shape of a key's value. */
public sealed interface KeyType {

  /** One word or number. */
  record Single(Scalar scalar) implements KeyType {}

  /** A mapping whose keys are the components of a record. */
  record Section(Class<?> record) implements KeyType {}

  /** A list whose elements all have one shape. */
  record Elements(KeyType element) implements KeyType {}

  /** A mapping of names to values that the strategy defines. */
  record Free() implements KeyType {}

  /**
   * The shape for the type of a record component.
   *
   * @throws IllegalArgumentException for a type that settings do not use
   */
  static KeyType of(Type type) {
    if (type instanceof ParameterizedType generic) {
      if (generic.getRawType() == List.class) {
        return new Elements(of(generic.getActualTypeArguments()[0]));
      }
      if (generic.getRawType() == Map.class) {
        return new Free();
      }
    }
    if (type instanceof Class<?> plain) {
      return plain.isRecord() ? new Section(plain) : new Single(Scalar.of(plain));
    }
    throw new IllegalArgumentException("no configuration value has the type " + type);
  }
}
