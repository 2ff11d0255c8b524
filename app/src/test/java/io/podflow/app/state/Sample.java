package io.podflow.app.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.podflow.domain.testing.Shared;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The sample database, whole or broken in one place. */
final class Sample {

  static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;

  private Sample(Path file) {
    this.file = file;
  }

  /** A copy in {@code folder}. */
  static Sample in(Path folder) throws Exception {
    Path copy = folder.resolve("trading.db");
    Files.write(copy, Files.readAllBytes(Shared.path("spec/bot_state_sample.db")));
    return new Sample(copy);
  }

  Path file() {
    return file;
  }

  /** The values by key, decoded. */
  static JsonNode decoded() throws Exception {
    return JSON.readTree(Files.readAllBytes(Shared.path("spec/bot_state_sample.json")));
  }

  Sample without(String key) throws Exception {
    run("DELETE FROM bot_state WHERE key = ?", key);
    return this;
  }

  Sample with(String key, String value) throws Exception {
    run("UPDATE bot_state SET value = ? WHERE key = ?", value, key);
    return this;
  }

  Sample changed(String key, UnaryOperator<String> change) throws Exception {
    return with(key, change.apply(JSON.writeValueAsString(decoded().get(key))));
  }

  Sample edited(String key, Consumer<ObjectNode> change) throws Exception {
    ObjectNode node = (ObjectNode) decoded().get(key);
    change.accept(node);
    return with(key, JSON.writeValueAsString(node));
  }

  private void run(String sql, String... values) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      if (statement.executeUpdate() != 1) {
        throw new IllegalStateException(sql);
      }
    }
  }

  /** One number of a SQLite file. */
  static double number(Path db, String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + db);
        Statement statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      return row.getDouble(1);
    }
  }
}
