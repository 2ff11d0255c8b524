package io.podflow.savepoints.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.savepoints.testing.RenamingClassLoader;
import io.podflow.savepoints.testing.SavepointRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole of podflow with classes of state under other names, as after a refactoring: a job goes
 * on from a savepoint as if they had their old ones (ADR 21).
 */
@Tag("L5")
public class RenamedClassesTest {

  private static final String DOMAIN = "io/podflow/domain/";
  private static final String STATE = "io/podflow/job/state/";
  private static final long SEED = 29;
  private static final int DAYS = 40;

  /** A record, a mutable class, an enum, one that moves to another package, and what waits. */
  private static final Map<String, String> RENAMED =
      Map.of(
          DOMAIN + "selection/SelectorState", DOMAIN + "selection/Machine",
          DOMAIN + "indicator/Ema", DOMAIN + "indicator/Average",
          DOMAIN + "selection/AssetState", DOMAIN + "selection/Phase",
          DOMAIN + "market/FundingRate", DOMAIN + "journal/Rate",
          STATE + "PortfolioInput", STATE + "Waiting");

  @TempDir private Path folder;

  @Test
  void aJobGoesOnFromASavepointOfTheOldNames() throws Exception {
    SavepointRun run = SavepointRun.random(SEED, DAYS, folder);
    Path db = run.file();
    String savepoint = run.stopped(db, "rocksdb", 1, 0.5, SavepointFormatType.CANONICAL);
    Path other = folder.resolve("other.db");
    Files.copy(db, other);

    Map<String, List<String>> renamed = inRenamed(other, savepoint);

    Map<String, List<String>> same = run.resumed(db, savepoint, "rocksdb", 1);
    assertThat(renamed).isEqualTo(same).isEqualTo(run.undisturbed());
    assertThat(renamed.get("fills")).isNotEmpty();
  }

  @SuppressWarnings("unchecked")
  private Map<String, List<String>> inRenamed(Path db, String savepoint) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    RenamingClassLoader loader = RenamingClassLoader.of(RENAMED);
    try {
      thread.setContextClassLoader(loader);
      assertThat(loader.loadClass((DOMAIN + "indicator.Average").replace('/', '.'))).isNotNull();
      Class<?> here = loader.loadClass(RenamedClassesTest.class.getName());
      return (Map<String, List<String>>)
          here.getMethod("resumed", Path.class, String.class, Path.class)
              .invoke(null, db, savepoint, folder);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Runs where the classes have their other names. */
  public static Map<String, List<String>> resumed(Path db, String savepoint, Path folder)
      throws Exception {
    return SavepointRun.random(SEED, DAYS, folder).resumed(db, savepoint, "rocksdb", 1);
  }
}
