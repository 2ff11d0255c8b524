package io.podflow.connectors.rundb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/run-db.md has every table and column, and its questions can be asked. */
@Tag("J2")
class RunDbPageTest {

  private static final Path PAGE =
      Path.of(System.getProperty("podflow.root", "..")).resolve("docs/run-db.md");

  private static final Pattern COLUMN =
      Pattern.compile("\\| `(\\w+)` \\| (\\w+) \\| ([^|]*)\\| ([^|]+) \\|");

  private static final Pattern KEY = Pattern.compile("Key: ([^.]+)\\.");

  @TempDir private Path folder;

  private static List<String> lines() throws IOException {
    return Files.readAllLines(PAGE);
  }

  /** What the page says of a table, by the table's name. */
  private static Map<String, List<String>> sections() throws IOException {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> section = new ArrayList<>();
    for (String line : lines()) {
      if (line.startsWith("## ")) {
        section = new ArrayList<>();
        sections.put(line.substring(3), section);
      }
      section.add(line);
    }
    sections.remove("Questions");
    return sections;
  }

  @Test
  void everyColumnOfEveryTableIsThereInItsOrder() throws IOException {
    Map<String, List<String>> expected = new LinkedHashMap<>();
    for (RunTable table : RunTable.values()) {
      expected.put(
          table.label(),
          table.columns().stream().map(column -> column.name() + " " + column.type()).toList());
    }
    Map<String, List<String>> written = new LinkedHashMap<>();
    sections()
        .forEach(
            (table, section) ->
                written.put(
                    table,
                    section.stream()
                        .map(COLUMN::matcher)
                        .filter(Matcher::matches)
                        .map(match -> match.group(1) + " " + match.group(2))
                        .toList()));

    assertThat(written).isEqualTo(expected);
  }

  @Test
  void everyNumberHasAUnitOrIsNone() throws IOException {
    List<String> bare =
        lines().stream()
            .map(COLUMN::matcher)
            .filter(Matcher::matches)
            .filter(match -> !match.group(2).equals("TEXT") && match.group(3).isBlank())
            .map(match -> match.group(1))
            .toList();

    assertThat(bare)
        .as("columns of numbers without a unit")
        .containsOnly("detector_score", "weight");
  }

  @Test
  void theKeysAreThoseOfTheTables() throws IOException {
    Map<String, List<String>> sections = sections();
    for (RunTable table : RunTable.values()) {
      List<RunTable.Column> columns = table.columns();
      List<String> key = columns.stream().filter(table::isKey).map(RunTable.Column::name).toList();
      String expected =
          key.size() <= 3
              ? String.join(", ", key)
              : key.size() == columns.size() ? "all columns" : "all but the last";
      Matcher said = KEY.matcher(String.join(" ", sections.get(table.label())));
      assertThat(said.find()).as(table.label()).isTrue();
      assertThat(said.group(1)).as(table.label()).isEqualTo(expected);
    }
  }

  @Test
  void everyQuestionCanBeAsked() throws IOException, SQLException {
    List<String> questions =
        lines().stream()
            .filter(line -> line.startsWith("    SELECT "))
            .map(String::strip)
            .collect(Collectors.toList());
    assertThat(questions).hasSizeGreaterThan(5);
    Path file = folder.resolve("run.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      RunDbSchema.create(file, connection);
      for (String question : questions) {
        statement.executeQuery(question).close();
      }
    }
  }
}
