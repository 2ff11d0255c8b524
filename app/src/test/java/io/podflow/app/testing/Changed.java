package io.podflow.app.testing;

import io.podflow.domain.settings.OrchestratorSettings;
import io.podflow.domain.settings.PodSettings;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Settings with one component changed. */
public final class Changed {

  private Changed() {}

  /** The same portfolio with other pods. */
  public static OrchestratorSettings pods(
      OrchestratorSettings settings, UnaryOperator<List<PodSettings>> change) {
    return with(settings, "pods", change.apply(settings.pods()));
  }

  /** The same pod with other symbols. */
  public static PodSettings symbols(PodSettings settings, UnaryOperator<List<String>> change) {
    return with(settings, "symbols", change.apply(settings.symbols()));
  }

  /** The same pod under another id. */
  public static PodSettings id(PodSettings settings, String id) {
    return with(settings, "podId", id);
  }

  @SuppressWarnings("unchecked")
  private static <T extends Record> T with(T record, String name, Object value) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    @Nullable Object[] values = new @Nullable Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        values[i] =
            components[i].getName().equals(name)
                ? value
                : components[i].getAccessor().invoke(record);
      }
      return (T) record.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
