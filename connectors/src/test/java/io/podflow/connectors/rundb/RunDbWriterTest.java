package io.podflow.connectors.rundb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.InputRow;
import io.podflow.domain.journal.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDbWriterTest {

  private final Path folder;

  RunDbWriterTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Path file() {
    return folder.resolve("run.db");
  }

  private void writeOnce() {
    try (RunDbWriter writer = RunDbWriter.open(file())) {
      writer.write(
          Samples.pod(
              Samples.TIME,
              Samples.asset(Samples.TIME, "beta", "BTC"),
              Samples.asset(Samples.TIME, "alpha", "ETH"),
              Samples.asset(Samples.TIME, "alpha", "BTC")));
      writer.write(Samples.portfolio(Samples.TIME, 1000));
    }
  }

  private List<String> rows(RunTable table) {
    try (RunDb db = RunDb.open(file())) {
      return db.query(
          table.selectStatement(),
          row -> {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < table.columns().size(); i++) {
              text.append(i == 0 ? "" : "|").append(row.exact(i, table.columns().get(i).type()));
            }
            return text.toString();
          });
    }
  }

  @Test
  void everyColumnHoldsWhatItsNameSays() {
    writeOnce();
    String t = "2024-01-02T00:00:00Z|";
    assertThat(rows(RunTable.ASSETS).get(0))
        .isEqualTo(
            t
                + "alpha|BTC|100.5|null|-0.25|warm-up|1.5|0.1|0.05|1.0|0.5|null|0.6|RE_ENTRY"
                + "|recovered|0.3333333333333333|2|7|0.4|0.8|3|-0.1|stop");
    assertThat(rows(RunTable.PODS))
        .containsExactly(
            t
                + "alpha|WARNING|0.3|350.0|0.8|-0.02|1.25|"
                + 1000.0 / 11
                + "|3.0E-4|0.9|0.3|0.1|null|12");
    assertThat(rows(RunTable.ALLOCATIONS))
        .containsExactly(
            t + "alpha|calendar|0.5|0.4|0.2|0.3|0.1|1", t + "beta|calendar|0.5|0.4|0.2|0.2|0.0|0");
    assertThat(rows(RunTable.TARGETS)).containsExactly(t + "BTC|0.7|0.6|0.5|0.4|0.3|0.9|0.12|signal");
    assertThat(rows(RunTable.ORDERS))
        .containsExactly(t + "o-1|BTC|BUY|2.0|100.0|signal|FILLED|1|0.2|0.02");
    assertThat(rows(RunTable.FILLS)).containsExactly(t + "f-1|o-1|BTC|BUY|2.0|101.0|0.1|0.2");
    assertThat(rows(RunTable.POD_FILLS))
        .containsExactly(
            t + "f-1|alpha|BTC|-1.0|101.0|0.0|1|stop", t + "f-1|alpha|BTC|2.0|101.0|0.3|0|signal");
    assertThat(rows(RunTable.POSITIONS)).containsExactly(t + "BTC|2.0|101.0|100.0|200.0|-2.0");
    assertThat(rows(RunTable.EQUITY))
        .containsExactly(t + "1000.0|900.0|100.0|0.5|-0.25|0.01|3.0|-1.0|0.2|0.05|0.7|0.0");
    assertThat(rows(RunTable.UNSENT)).containsExactly(t + "BTC|2.1|2.0|0.0|weight|band|0.21");
    assertThat(rows(RunTable.BENCHMARKS)).containsExactly(t + "equal weight|1000.0");
    assertThat(rows(RunTable.EVENTS))
        .containsExactly(
            t + "data||ETH|||warning|no bar",
            t + "selector|alpha|BTC|ACTIVE|COOLDOWN|info|hard, \"now\"");
  }

  @Test
  @Tag("DA1")
  void inputsHaveTheirRowToo() {
    try (RunDbWriter writer = RunDbWriter.open(file())) {
      writer.write(
          RunTable.INPUTS,
          new InputRow(
              "BTC/USDT",
              "BTC-USDT.csv",
              9,
              5,
              2,
              1,
              1,
              "BTC-USDT.csv:3: x",
              "a",
              "b",
              0.5,
              5,
              0,
              0));
      writer.write(
          RunTable.INPUTS,
          new InputRow("ETH/USDT", "", 0, 0, 0, 0, 0, "", "", "", Double.NaN, 0, 0, 0));
    }
    assertThat(rows(RunTable.INPUTS))
        .containsExactly(
            "BTC/USDT|BTC-USDT.csv|9|5|2|1|1|BTC-USDT.csv:3: x|a|b|0.5|5|0|0",
            "ETH/USDT||0|0|0|0|0||||null|0|0|0");
  }

  @Test
  void rowsLieInOrderHoweverTheyCame() throws Exception {
    try (RunDbWriter writer = RunDbWriter.open(file())) {
      for (long day : new long[] {3, 1, 2}) {
        long time = Samples.TIME + day * Samples.DAY;
        writer.write(
            Samples.pod(
                time, Samples.asset(time, "beta", "BTC"), Samples.asset(time, "alpha", "ETH")));
      }
    }
    // without ORDER BY: the order of the file itself
    try (Connection plain = DriverManager.getConnection("jdbc:sqlite:" + file());
        var cursor =
            plain.createStatement().executeQuery("SELECT time || pod || close FROM assets")) {
      StringBuilder order = new StringBuilder();
      while (cursor.next()) {
        order.append(cursor.getString(1), 8, 10).append(cursor.getString(1).charAt(20));
      }
      assertThat(order).hasToString("03a03b04a04b05a05b");
    }
  }

  @Test
  void writingAgainAfterARestartChangesNothing() {
    writeOnce();
    List<List<String>> before = Arrays.stream(RunTable.values()).map(this::rows).toList();
    writeOnce();
    assertThat(Arrays.stream(RunTable.values()).map(this::rows)).isEqualTo(before);
  }

  @Test
  void aRowOfTheSameKeyReplacesTheFirst() {
    writeOnce();
    try (RunDbWriter writer = RunDbWriter.open(file())) {
      writer.write(Samples.portfolio(Samples.TIME, 2000));
    }
    assertThat(rows(RunTable.EQUITY)).hasSize(1).first().asString().contains("|2000.0|");
  }

  @Test
  void anExistingFileIsContinued() {
    writeOnce();
    long next = Samples.TIME + Samples.DAY;
    try (RunDbWriter writer = RunDbWriter.open(file())) {
      writer.write(Samples.portfolio(next, 1010));
      writer.close();
    }
    assertThat(rows(RunTable.EQUITY)).hasSize(2);
    assertThat(rows(RunTable.ASSETS)).hasSize(3);
  }

  @Test
  void committedRowsAreInTheFileBeforeItIsClosed() {
    try (RunDbWriter writer = RunDbWriter.open(file())) {
      writer.write(
          new Event(Samples.TIME, EventKind.CONFIG, "", "", "", "", Severity.INFO, "hello"));
      writer.commit();
      assertThat(file()).isNotEmptyFile();
      writer.write(Samples.portfolio(Samples.TIME, 1));
    }
    assertThat(rows(RunTable.EVENTS)).hasSize(2);
  }

  @Test
  void undefinedStateOfAKeyColumnIsRefused() {
    RunDbWriter writer = RunDbWriter.open(file());
    try (writer) {
      assertThatThrownBy(
              () ->
                  writer.write(
                      Samples.pod(Samples.TIME, Samples.asset(Samples.TIME, "alpha", nothing()))))
          .isInstanceOf(RunDbException.class)
          .hasMessageContaining("assets.symbol");
    }
  }

  @SuppressWarnings("NullAway") // stands for a broken producer
  private static String nothing() {
    return null;
  }

  @Test
  void aFileOfAnotherVersionIsRefused() throws Exception {
    try (Connection plain = DriverManager.getConnection("jdbc:sqlite:" + file());
        var statement = plain.createStatement()) {
      statement.execute("PRAGMA user_version = 99");
    }
    assertThatThrownBy(() -> RunDbWriter.open(file()))
        .isInstanceOf(RunDbException.class)
        .hasMessageContaining("version 99 (expected: 3)");
    assertThatThrownBy(() -> RunDb.open(file())).hasMessageContaining("version 99");
  }

  @Test
  void readingWhatIsNotThereSaysSo() {
    assertThatThrownBy(() -> RunDb.open(folder.resolve("none.db")))
        .isInstanceOf(RunDbException.class)
        .hasMessageContaining("none.db: does not exist");
    assertThat(Files.exists(folder.resolve("none.db"))).isFalse();
  }
}
