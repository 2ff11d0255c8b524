package io.podflow.job.state.codec;

import io.podflow.job.state.schema.Definition;
import io.podflow.job.state.schema.Schema;
import io.podflow.job.state.schema.Shape;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The schemas of classes. */
public final class Schemas {

  private static final Map<Type, Shape> SCALARS =
      Map.of(
          boolean.class, Shape.Scalar.BOOLEAN,
          byte.class, Shape.Scalar.BYTE,
          int.class, Shape.Scalar.INT,
          long.class, Shape.Scalar.LONG,
          double.class, Shape.Scalar.DOUBLE,
          String.class, Shape.Scalar.TEXT);

  private final LogicalNames names;
  private final SortedMap<String, Definition> definitions = new TreeMap<>();

  private Schemas(LogicalNames names) {
    this.names = names;
  }

  /**
   * The schema of a class.
   *
   * @throws IllegalArgumentException if the class, or one that it mentions, cannot lie in state
   */
  public static Schema of(Class<?> type, LogicalNames names) {
    Schemas schemas = new Schemas(names);
    return new Schema(schemas.named(type).name(), schemas.definitions);
  }

  private Shape.Named named(Class<?> type) {
    String name = names.of(type).name();
    if (!definitions.containsKey(name)) {
      // A structure that holds one of its own kind ends here, too.
      definitions.put(name, new Definition.Structure(List.of()));
      definitions.put(name, definition(type));
    }
    return new Shape.Named(name);
  }

  private Definition definition(Class<?> type) {
    if (type.isEnum()) {
      return new Definition.Enumeration(
          Arrays.stream(type.getEnumConstants())
              .map(constant -> ((Enum<?>) constant).name())
              .toList());
    }
    return new Definition.Structure(
        FieldAccess.of(type).stream()
            .map(field -> new Definition.Field(field.name(), shape(field.type())))
            .toList());
  }

  private Shape shape(Type type) {
    Shape scalar = SCALARS.get(type);
    if (scalar != null) {
      return scalar;
    }
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return new Shape.ListOf(shape(list.getActualTypeArguments()[0]));
    }
    if (type instanceof Class<?> array && array.isArray()) {
      return new Shape.ArrayOf(shape(array.getComponentType()));
    }
    if (type instanceof Class<?> other && !other.isPrimitive()) {
      return named(other);
    }
    throw new IllegalArgumentException("cannot lie in state: " + type.getTypeName());
  }
}
