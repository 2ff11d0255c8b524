package io.podflow.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.app.testing.Invocation;
import io.podflow.config.refusal.ExitCode;
import io.podflow.connectors.rundb.RunDb;
import io.podflow.connectors.rundb.RunFolder;
import io.podflow.domain.journal.Event;
import io.podflow.job.testing.RunTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person meets: causes in one sentence, names in any script, jumps that are told. */
class PersonTest {

  private final Path folder;
  private final Path bars;

  PersonTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.bars = Files.createDirectory(folder.resolve("bars"));
  }

  private void write(String file, double jump, String volume) throws IOException {
    StringBuilder text = new StringBuilder("timestamp,open,high,low,close,volume\n");
    LocalDate day = LocalDate.of(2024, 1, 1);
    for (int i = 0; i < 40; i++) {
      double price = (100 + i % 5) * (i < 20 ? 1 : jump);
      text.append(day.plusDays(i)).append(',').append(price).append(',').append(price);
      text.append(',').append(price).append(',').append(price).append(',').append(volume);
      text.append('\n');
    }
    Files.writeString(bars.resolve(file), text);
  }

  private Path config(String strategy, String symbols) throws IOException {
    Path file = folder.resolve("config.yaml");
    Files.writeString(
        file,
        "backtest: {bars: '"
            + bars
            + "', start: 2024-01-01, end: 2024-02-09}\norchestrator:\n  pods:\n"
            + "  - {pod_id: 荚, timeframe: 1D, initial_state: production, initial_fraction: 0.4,"
            + " strategy_name: "
            + strategy
            + ", symbols: ["
            + symbols
            + "]}\n");
    return file;
  }

  private Invocation backtest(Path config, String engine) {
    return Invocation.of("backtest", config, "--engine", engine, "--out", folder.resolve(engine));
  }

  @ParameterizedTest
  @Tag("J2")
  @CsvSource({
    "0, ArithmeticException: / by zero",
    "1, NullPointerException: the strategy gave no signal",
    "2, 'out of memory (Java heap space); give Java more, as in PODFLOW_JAVA_OPTS=-Xmx4g'"
  })
  void aStrategyThatFailsIsNamedWithItsBar(String fault, String cause) throws IOException {
    write("A-USDT.csv", 1, "5");
    Path config = config("test-faulty, strategy_params: {fault: " + fault + "}", "A/USDT");
    for (String engine : List.of("inline", "flink")) {
      Invocation run = backtest(config, engine);

      assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
      assertThat(run.err()).doesNotContain("\tat ", "TaskExecutor");
      assertThat(run.err().lines().filter(line -> line.startsWith("podflow: ")))
          .containsExactly(
              "podflow: the run failed: pod 荚, A/USDT, bar that closes at 2024-01-11T00:00:00Z:"
                  + " strategy test-faulty failed: "
                  + cause,
              "podflow: see " + folder.resolve(engine).resolve(RunFolder.FAILED));
      assertThat(Files.readString(folder.resolve(engine).resolve(RunFolder.FAILED)))
          .contains("strategy test-faulty failed: " + cause)
          .contains("\tat io.podflow.");
    }
  }

  @Test
  @Tag("J2")
  void aSignalThatIsNoNumberIsFlatAndRecordedAsUndefined() throws IOException {
    write("A-USDT.csv", 1, "5");
    Path config = config("test-faulty, strategy_params: {fault: 3}", "A/USDT");

    assertThat(backtest(config, "inline").exitCode()).isEqualTo(ExitCode.OK);
    try (RunDb db = RunDb.open(folder.resolve("inline").resolve(RunFolder.DATABASE))) {
      assertThat(
              db.query(
                  "SELECT DISTINCT signal, signal_reason FROM assets WHERE signal_reason <> ''",
                  row -> row.text(1)))
          .containsExactly("undefined");
    }
  }

  @Test
  @Tag("DA5")
  void symbolsOfAnyScriptGoThroughBothEngines() throws IOException {
    List<String> files = List.of("币安人生-USDT", "BTC-USDT-USDT", "بيتكوين-USDT", "🚀-USDT", "é-EUR");
    for (String file : files) {
      write(file + ".csv", 1, "5");
    }
    Path config =
        config("buy-and-hold", "币安人生/USDT, 'BTC/USDT:USDT', بيتكوين/USDT, 🚀/USDT, é/EUR");
    Invocation inline = backtest(config, "inline");

    assertThat(inline.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(backtest(config, "flink").exitCode()).isEqualTo(ExitCode.OK);
    assertThat(RunTables.of(folder.resolve("flink").resolve(RunFolder.DATABASE)))
        .isEqualTo(RunTables.of(folder.resolve("inline").resolve(RunFolder.DATABASE)));
    assertThat(inline.out()).contains("币安人生/USDT", "\u2068بيتكوين/USDT\u2069");
    try (RunDb db = RunDb.open(folder.resolve("inline").resolve(RunFolder.DATABASE))) {
      assertThat(db.query("SELECT order_id FROM orders ORDER BY 1 LIMIT 1", row -> row.text(0)))
          .allSatisfy(id -> assertThat(id).startsWith("main:BTC/USDT%3AUSDT:2024-01-0"));
    }
  }

  @Test
  @Tag("DA4")
  void aJumpIsToldOnBothEnginesAndActsOnNothing() throws IOException {
    write("A-USDT.csv", 0.1, "5");
    write("B-USDT.csv", 1, "5");
    Path config = config("buy-and-hold", "A/USDT, B/USDT");
    for (String engine : List.of("inline", "flink")) {
      Invocation run = backtest(config, engine);

      assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
      assertThat(run.out()).contains("A/USDT: implausible jump (split, redenomination, rename?)");
      assertThat(jumps(engine)).extracting(Event::symbol).containsExactly("A/USDT");
    }
  }

  private List<Event> jumps(String engine) {
    try (RunDb db = RunDb.open(folder.resolve(engine).resolve(RunFolder.DATABASE))) {
      return db.events("message LIKE 'implausible jump%'");
    }
  }

  @Test
  @Tag("DA4")
  void aVolumeThatAStrategyReadsAndIsNotThereIsTold() throws IOException {
    write("A-USDT.csv", 1, "0");
    Path config = config("test-faulty, strategy_params: {fault: 4}", "A/USDT");

    assertThat(backtest(config, "inline").out())
        .contains("A/USDT: no volume, taken as 0, and strategy test-faulty reads volumes");
  }
}
