package io.podflow.job.state.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a field of a structure is read and set.
 *
 * @param type as declared
 * @param getter takes the structure as an Object and returns the field's type, references as Object
 * @param setter takes the structure as an Object and the field's value; null for a record
 */
record FieldAccess(String name, Type type, MethodHandle getter, @Nullable MethodHandle setter) {

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.publicLookup();

  /**
   * The fields of a class: of a record in the order of its components, of another class by name.
   *
   * @throws IllegalArgumentException if the class cannot lie in state
   */
  static List<FieldAccess> of(Class<?> type) {
    try {
      return type.isRecord() ? components(type) : fields(type);
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException(
          type.getName() + " cannot lie in state: what it holds is not public", e);
    }
  }

  private static List<FieldAccess> components(Class<?> type) throws IllegalAccessException {
    List<FieldAccess> all = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      MethodHandle getter = LOOKUP.unreflect(component.getAccessor());
      all.add(new FieldAccess(component.getName(), component.getGenericType(), read(getter), null));
    }
    return all;
  }

  private static List<FieldAccess> fields(Class<?> type) throws IllegalAccessException {
    if (type.getSuperclass() != Object.class) {
      throw new IllegalArgumentException(type.getName() + " in state has a superclass");
    }
    List<FieldAccess> all = new ArrayList<>();
    for (Field field : inOrder(type)) {
      MethodHandle setter = LOOKUP.unreflectSetter(field);
      Class<?> value = setter.type().parameterType(1);
      MethodType asObject =
          MethodType.methodType(
              void.class, Object.class, value.isPrimitive() ? value : Object.class);
      all.add(
          new FieldAccess(
              field.getName(),
              field.getGenericType(),
              read(LOOKUP.unreflectGetter(field)),
              setter.asType(asObject)));
    }
    return all;
  }

  /** A compiler may list fields in any order. */
  private static List<Field> inOrder(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(field -> (field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0)
        .filter(field -> !field.isSynthetic())
        .sorted(Comparator.comparing(Field::getName))
        .toList();
  }

  private static MethodHandle read(MethodHandle getter) {
    Class<?> value = getter.type().returnType();
    return getter.asType(
        MethodType.methodType(value.isPrimitive() ? value : Object.class, Object.class));
  }

  /**
   * How a structure is made: of a record from all of its components, of another class from nothing.
   *
   * @return takes an array of values and returns the structure as an Object
   */
  static MethodHandle constructor(Class<?> type) {
    try {
      Class<?>[] parameters =
          type.isRecord()
              ? Arrays.stream(type.getRecordComponents())
                  .map(RecordComponent::getType)
                  .toArray(Class<?>[]::new)
              : new Class<?>[0];
      return LOOKUP
          .findConstructor(type, MethodType.methodType(void.class, parameters))
          .asSpreader(Object[].class, parameters.length)
          .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          type.getName() + " cannot lie in state: no public constructor makes it", e);
    }
  }
}
