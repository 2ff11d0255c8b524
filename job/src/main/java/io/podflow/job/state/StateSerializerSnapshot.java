package io.podflow.job.state;

import io.podflow.job.state.codec.SchemaMismatchException;
import io.podflow.job.state.schema.Schema;
import java.io.IOException;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;
import org.jspecify.annotations.Nullable;

/**
 * The schema of a state, as a savepoint holds it. Flink writes the name of this class into
 * savepoints, the only one of podflow: it never changes its name or package.
 *
 * @param <T> a class of {@link StateNames}
 */
public final class StateSerializerSnapshot<T> implements TypeSerializerSnapshot<T> {

  private static final int FORMAT = 1;

  private @Nullable Schema schema;

  /** For Flink, which reads the schema afterwards. */
  public StateSerializerSnapshot() {}

  StateSerializerSnapshot(Schema schema) {
    this.schema = schema;
  }

  /** The schema of the state. */
  public Schema schema() {
    return Objects.requireNonNull(schema);
  }

  @Override
  public int getCurrentVersion() {
    return FORMAT;
  }

  @Override
  public void writeSnapshot(DataOutputView out) throws IOException {
    StringValue.writeString(schema().text(), out);
  }

  @Override
  public void readSnapshot(int format, DataInputView in, ClassLoader loader) throws IOException {
    if (format != FORMAT) {
      throw new IOException(
          "state in the format "
              + format
              + " (expected: "
              + FORMAT
              + "): a newer version of podflow wrote it");
    }
    schema = Schema.parse(StringValue.readString(in));
  }

  @Override
  public TypeSerializer<T> restoreSerializer() {
    return StateSerializer.reading(schema());
  }

  /**
   * Whether state that an older snapshot describes can be read.
   *
   * @throws SchemaMismatchException if not, with the reason
   * @throws OldSavepointException if one of Flink's own serializers wrote it
   */
  @Override
  public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(
      TypeSerializerSnapshot<T> old) {
    if (!(old instanceof StateSerializerSnapshot<T> stored)) {
      throw new OldSavepointException();
    }
    if (stored.schema().equals(schema())) {
      return TypeSerializerSchemaCompatibility.compatibleAsIs();
    }
    stored.restoreSerializer();
    return TypeSerializerSchemaCompatibility.compatibleAfterMigration();
  }
}
