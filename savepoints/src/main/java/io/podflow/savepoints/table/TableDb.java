package io.podflow.savepoints.table;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tables as a SQLite file, written complete or not at all. */
public final class TableDb {

  private TableDb() {}

  /**
   * Writes a file that has these tables.
   *
   * @param tables each whole, or in parts of the same name and columns
   * @throws FileAlreadyExistsException if there is one
   */
  public static void write(Stream<StateTable> tables, Path file) throws IOException, SQLException {
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    try {
      fill(tables, part);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void fill(Stream<StateTable> tables, Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      connection.setAutoCommit(false);
      Set<String> created = new HashSet<>();
      for (StateTable table : (Iterable<StateTable>) tables::iterator) {
        if (created.add(table.name())) {
          create(connection, table);
        }
        insert(connection, table);
      }
      connection.commit();
    }
  }

  private static void create(Connection connection, StateTable table) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          table.columns().stream()
              .map(TableDb::quoted)
              .collect(Collectors.joining(", ", "CREATE TABLE " + table.name() + " (", ")")));
    }
  }

  private static void insert(Connection connection, StateTable table) throws SQLException {
    String places = table.columns().stream().map(name -> "?").collect(Collectors.joining(", "));
    String sql = "INSERT INTO " + table.name() + " VALUES (" + places + ")";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (List<@Nullable Object> row : table.rows()) {
        for (int i = 0; i < row.size(); i++) {
          statement.setObject(i + 1, row.get(i));
        }
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** Some names, such as {@code of}, are words of SQL. */
  private static String quoted(String column) {
    return '"' + column + '"';
  }
}
