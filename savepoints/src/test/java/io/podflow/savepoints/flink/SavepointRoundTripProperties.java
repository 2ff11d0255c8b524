package io.podflow.savepoints.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.job.cleanup.Scratch;
import io.podflow.savepoints.state.JobState;
import io.podflow.savepoints.table.Leaf;
import io.podflow.savepoints.table.Leaves;
import io.podflow.savepoints.table.StateDiff;
import io.podflow.savepoints.table.StateTable;
import io.podflow.savepoints.table.StateTables;
import io.podflow.savepoints.table.TableDb;
import io.podflow.savepoints.table.View;
import io.podflow.savepoints.testing.RandomState;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** Random states, through a savepoint, into SQLite: nothing is lost or changed. */
class SavepointRoundTripProperties {

  @Property(tries = 5, shrinking = ShrinkingMode.OFF)
  @Tag("E5")
  void aSavepointAndItsExportHoldTheWholeState(@ForAll long seed) throws Exception {
    try (Scratch scratch = Scratch.create("podflow-round-trip")) {
      holdsTheWholeState(new RandomState(seed).next(), scratch.folder());
    }
  }

  private static void holdsTheWholeState(JobState state, Path folder) throws Exception {
    Path savepoint = folder.resolve("savepoint");
    SavepointWriting.create(state, savepoint);

    JobState read = StateReading.read(SavepointFolder.open(savepoint.toString()));

    View before = View.of(state, null);
    View after = View.of(read, null);
    assertThat(StateDiff.of(before, after).rows()).isEmpty();
    assertThat(places(after)).isEqualTo(places(before));
    assertThat(read.versions()).usingRecursiveComparison().isEqualTo(state.versions());

    Path db = folder.resolve("state.db");
    TableDb.write(fields(after).stream(), db);
    assertThat(stored(db)).isEqualTo(shown(fields(before).get(0)));
  }

  private static List<String> places(View view) {
    return Leaves.of(view).list().stream().map(Leaf::place).toList();
  }

  /** A random state has no shape that the other tables could go by. */
  private static List<StateTable> fields(View view) {
    return List.of(StateTables.fields(view));
  }

  private static List<String> shown(StateTable table) {
    return table.rows().stream()
        .map(row -> String.join("|", row.stream().map(Objects::toString).toList()))
        .toList();
  }

  private static List<String> stored(Path db) throws Exception {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + db);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT * FROM fields ORDER BY rowid")) {
      while (row.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          cells.add(Objects.toString(row.getObject(i)));
        }
        rows.add(String.join("|", cells));
      }
    }
    return rows;
  }
}
