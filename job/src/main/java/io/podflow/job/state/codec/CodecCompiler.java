package io.podflow.job.state.codec;

import io.podflow.job.state.codec.EvolvedCodec.Stored;
import io.podflow.job.state.schema.Definition;
import io.podflow.job.state.schema.Schema;
import io.podflow.job.state.schema.Shape;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the codecs of a schema for the classes of today. */
final class CodecCompiler {

  private final Schema schema;
  private final LogicalNames names;
  private final Map<String, ValueCodec> made = new HashMap<>();

  CodecCompiler(Schema schema, LogicalNames names) {
    this.schema = schema;
    this.names = names;
  }

  /**
   * The codec of a logical name of the schema.
   *
   * @throws SchemaMismatchException if the classes of today cannot hold what the schema describes
   */
  ValueCodec named(String name) {
    ValueCodec known = made.get(name);
    if (known != null) {
      return known;
    }
    NamedClass named =
        names
            .find(name)
            .orElseThrow(
                () ->
                    new SchemaMismatchException(
                        "state of the kind " + name + " is unknown to this version of podflow"));
    Definition definition = schema.definition(name);
    ValueCodec codec =
        definition instanceof Definition.Enumeration constants
            ? constants(named, constants)
            : structure(named, (Definition.Structure) definition);
    made.put(name, codec);
    return codec;
  }

  private static ValueCodec constants(NamedClass named, Definition.Enumeration stored) {
    Map<String, Object> today = new LinkedHashMap<>();
    for (Object constant : named.type().getEnumConstants()) {
      today.put(((Enum<?>) constant).name(), constant);
    }
    if (stored.constants().equals(List.copyOf(today.keySet()))) {
      return new EnumCodec(named.type());
    }
    List<Object> constants = new ArrayList<>();
    for (String name : stored.constants()) {
      Object constant = today.get(named.renamed().getOrDefault(name, name));
      if (constant == null) {
        throw mismatch(named, "has the constant " + name + ", which it does not have here");
      }
      constants.add(constant);
    }
    return new EarlierEnumCodec(constants.toArray());
  }

  private ValueCodec structure(NamedClass named, Definition.Structure stored) {
    List<FieldAccess> today = FieldAccess.of(named.type());
    Definition.Structure shapes =
        (Definition.Structure) Schemas.of(named.type(), names).definition(named.name());
    FieldCodec[] fields = new FieldCodec[today.size()];
    if (stored.equals(shapes)) {
      for (int i = 0; i < fields.length; i++) {
        fields[i] = field(today.get(i), stored.fields().get(i).shape());
      }
      return StructureCodec.of(named.type(), fields);
    }
    // What the class has today and the schema did not, is copied and never read.
    CodecCompiler current = new CodecCompiler(Schemas.of(named.type(), names), names);
    for (int i = 0; i < fields.length; i++) {
      fields[i] = current.field(today.get(i), shapes.fields().get(i).shape());
    }
    return new EvolvedCodec(
        StructureCodec.of(named.type(), fields), stored(named, stored, today, shapes));
  }

  private Stored[] stored(
      NamedClass named,
      Definition.Structure stored,
      List<FieldAccess> today,
      Definition.Structure shapes) {
    List<String> there = today.stream().map(FieldAccess::name).toList();
    List<Stored> all = new ArrayList<>();
    for (Definition.Field field : stored.fields()) {
      String name = named.renamed().getOrDefault(field.name(), field.name());
      int place = there.indexOf(name);
      if (place >= 0) {
        if (!shapes.fields().get(place).shape().equals(field.shape())) {
          throw mismatch(
              named,
              "has "
                  + field.shape().text()
                  + " as its field "
                  + field.name()
                  + ", where this version has "
                  + shapes.fields().get(place).shape().text());
        }
        all.add(new Stored(value(field.shape(), today.get(place).type()), place));
      } else if (named.dropped().contains(field.name())) {
        all.add(new Stored(new DroppedCodec(schema, field.shape()), EvolvedCodec.DROPPED));
      } else {
        throw mismatch(named, "has a field " + field.name() + ", which it does not have here");
      }
    }
    return all.toArray(Stored[]::new);
  }

  private static SchemaMismatchException mismatch(NamedClass named, String why) {
    return new SchemaMismatchException("state of the kind " + named.name() + " " + why);
  }

  private FieldCodec field(FieldAccess access, Shape shape) {
    return shape instanceof Shape.Scalar scalar
        ? FieldCodec.of(access, scalar)
        : FieldCodec.of(access, value(shape, access.type()));
  }

  private ValueCodec value(Shape shape, Type type) {
    if (shape instanceof Shape.Scalar scalar) {
      return ScalarCodec.of(scalar);
    }
    if (shape instanceof Shape.ListOf list) {
      return new ListCodec(
          value(list.element(), ((ParameterizedType) type).getActualTypeArguments()[0]));
    }
    if (shape instanceof Shape.ArrayOf array) {
      Class<?> component = ((Class<?>) type).getComponentType();
      return array.element() instanceof Shape.Scalar scalar && scalar != Shape.Scalar.TEXT
          ? PrimitiveArrayCodec.of(scalar)
          : new ArrayCodec(component, value(array.element(), component));
    }
    return named(((Shape.Named) shape).name());
  }
}
