package io.podflow.app.state.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.savepoints.testing.RenamingClassLoader;
import io.podflow.savepoints.testing.SavepointRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole of podflow with classes of state under other names, or with fields more, as a later
 * version may have them: a job goes on from a savepoint as if nothing had changed (ADR 21).
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

  private static final Set<String> GROWN =
      Set.of(DOMAIN + "asset/AssetMemory", DOMAIN + "pod/PodState", DOMAIN + "portfolio/Ledger");

  @TempDir private Path folder;

  @Test
  void aJobGoesOnFromASavepointOfTheOldNames() throws Exception {
    isTheSame("rocksdb", RenamingClassLoader.of(RENAMED, Set.of()), DOMAIN + "indicator/Average");
  }

  /** Of what lies under keys; the backends read earlier schemas each in their own way. */
  @ParameterizedTest
  @ValueSource(strings = {"hashmap", "rocksdb"})
  void aJobGoesOnWithFieldsThatAreNew(String backend) throws Exception {
    isTheSame(backend, RenamingClassLoader.of(Map.of(), GROWN), DOMAIN + "asset/AssetMemory");
  }

  private void isTheSame(String backend, RenamingClassLoader later, String proof) throws Exception {
    SavepointRun run = SavepointRun.random(SEED, DAYS, folder);
    Path db = run.file();
    String savepoint = run.stopped(db, backend, 1, 0.5, SavepointFormatType.CANONICAL);
    Path other = folder.resolve("other.db");
    Files.copy(db, other);

    Map<String, List<String>> rows = in(later, proof, other, savepoint, backend);

    Map<String, List<String>> same = run.resumed(db, savepoint, backend, 1);
    assertThat(rows).isEqualTo(same).isEqualTo(run.undisturbed());
    assertThat(rows.get("fills")).isNotEmpty();
  }

  @SuppressWarnings("unchecked")
  private Map<String, List<String>> in(
      RenamingClassLoader later, String proof, Path db, String savepoint, String backend)
      throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      thread.setContextClassLoader(later);
      assertThat(later.loadClass(proof.replace('/', '.')).getClassLoader()).isSameAs(later);
      Class<?> here = later.loadClass(RenamedClassesTest.class.getName());
      return (Map<String, List<String>>)
          here.getMethod("resumed", Path.class, String.class, String.class, Path.class)
              .invoke(null, db, savepoint, backend, folder);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Runs where the classes are the later ones. */
  public static Map<String, List<String>> resumed(
      Path db, String savepoint, String backend, Path folder) throws Exception {
    return SavepointRun.random(SEED, DAYS, folder).resumed(db, savepoint, backend, 1);
  }
}
