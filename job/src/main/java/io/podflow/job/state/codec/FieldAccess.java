package io.podflow.job.state.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A field of a structure. Reflection over fields makes no classes at run time, as method handles
 * would for each of some hundred fields, and does not box what it reads.
 *
 * @param type as declared
 */
record FieldAccess(String name, Type type, Field field) {

  /**
   * The fields of a class: of a record in the order of its components, of another class by name.
   *
   * @throws IllegalArgumentException if the class cannot lie in state
   */
  static List<FieldAccess> of(Class<?> type) {
    if (!type.isRecord() && type.getSuperclass() != Object.class) {
      throw new IllegalArgumentException(type.getName() + " in state has a superclass");
    }
    Stream<Field> fields = type.isRecord() ? components(type) : inOrder(type);
    return fields
        .map(field -> new FieldAccess(field.getName(), field.getGenericType(), field))
        .toList();
  }

  /** What a component holds is read from its field, which is private. */
  private static Stream<Field> components(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(
            component -> {
              try {
                Field field = type.getDeclaredField(component.getName());
                field.setAccessible(true);
                return field;
              } catch (NoSuchFieldException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  /** A compiler may list fields in any order. */
  private static Stream<Field> inOrder(Class<?> type) {
    List<Field> fields =
        Arrays.stream(type.getDeclaredFields())
            .filter(field -> (field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0)
            .filter(field -> !field.isSynthetic())
            .sorted(Comparator.comparing(Field::getName))
            .toList();
    for (Field field : fields) {
      if (!Modifier.isPublic(field.getModifiers())) {
        throw new IllegalArgumentException(
            type.getName() + " cannot lie in state: what it holds is not public");
      }
    }
    return fields.stream();
  }

  /**
   * How a structure is made: of a record from all of its components, of another class from nothing.
   *
   * @return takes an array of values and returns the structure as an Object
   */
  static MethodHandle constructor(Class<?> type) {
    Class<?>[] parameters =
        type.isRecord()
            ? Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new)
            : new Class<?>[0];
    try {
      return MethodHandles.publicLookup()
          .findConstructor(type, MethodType.methodType(void.class, parameters))
          .asSpreader(Object[].class, parameters.length)
          .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          type.getName() + " cannot lie in state: no public constructor makes it", e);
    }
  }
}
