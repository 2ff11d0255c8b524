package io.podflow.savepoints.upgrade;

import io.podflow.savepoints.flink.SavepointFolder;
import io.podflow.savepoints.flink.SavepointWriting;
import io.podflow.savepoints.state.StatePiece;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Rewrites a savepoint of before state had logical names. */
public final class SavepointUpgrade {

  private SavepointUpgrade() {}

  /**
   * Writes a savepoint that remembers the same under logical names; places in sources and sinks are
   * copied.
   *
   * @param original old, as {@link SavepointFolder#isOld} says
   * @param folder that does not exist yet
   * @return entries that were written, by uid of their operator
   */
  public static Map<String, Integer> write(SavepointFolder original, Path folder) throws Exception {
    Map<String, List<StatePiece>> pieces = OldState.of(frozen(original.path()));
    SavepointWriting.replace(original, pieces, folder);
    return pieces.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> entry.getValue().size(),
                (one, other) -> one,
                TreeMap::new));
  }

  /**
   * One for the process, and never closed: threads of Flink that end later than their job load
   * classes until they do, and Flink ends the process when one of them cannot.
   */
  private static final class Frozen {
    static final FrozenClassLoader LOADER = FrozenClassLoader.create();
  }

  @SuppressWarnings("unchecked")
  private static List<byte[]> frozen(String path) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      thread.setContextClassLoader(Frozen.LOADER);
      Class<?> reading = Frozen.LOADER.loadClass(OldStateReading.class.getName());
      return (List<byte[]>) reading.getMethod("read", String.class).invoke(null, path);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
