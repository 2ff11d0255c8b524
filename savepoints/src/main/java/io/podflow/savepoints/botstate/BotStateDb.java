package io.podflow.savepoints.botstate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The table {@code bot_state} of a database: a JSON text under each key. */
public final class BotStateDb {

  static final String STATE = "orchestrator_state";
  static final String RETURNS = "orchestrator_daily_returns";
  static final String HISTORIES = "orchestrator_histories";
  static final String POSITIONS = "pm_state";
  static final String RISK = "rm_state";
  static final String SAVED = "last_save_timestamp";

  private static final int VERSION = 1;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private final Path file;
  private final Map<String, JsonNode> values = new TreeMap<>();
  private final Mapping mapping = new Mapping();
  private String saved = "";

  private BotStateDb(Path file) {
    this.file = file;
  }

  /**
   * Reads a database.
   *
   * @throws BotStateException if it has no state of a version that is known
   */
  public static BotStateDb read(Path file) throws BotStateException {
    if (!Files.isRegularFile(file)) {
      throw new BotStateException(file + ": no such file");
    }
    BotStateDb db = new BotStateDb(file);
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:file:" + file + "?mode=ro");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT key, value, updated_at FROM bot_state")) {
      while (row.next()) {
        db.put(row.getString(1), row.getString(2), row.getString(3));
      }
    } catch (SQLException e) {
      throw new BotStateException(file + " has no readable table bot_state: " + e.getMessage());
    }
    db.requireKnownVersion();
    return db;
  }

  private void put(String key, String value, String updatedAt) throws BotStateException {
    if (key.equals(SAVED)) {
      values.put(key, TextNode.valueOf(value));
      return;
    }
    try {
      values.put(key, JSON.readTree(value));
    } catch (JsonProcessingException e) {
      if (key.equals(STATE)) {
        throw new BotStateException(file + ": " + key + " is not JSON: " + e.getOriginalMessage());
      }
      mapping.lost(key + ": not JSON (" + e.getOriginalMessage() + "); nothing of it is used");
    }
    if (key.equals(STATE)) {
      saved = updatedAt;
    }
  }

  private void requireKnownVersion() throws BotStateException {
    JsonNode state = values.get(STATE);
    if (state == null || !state.isObject()) {
      throw new BotStateException(
          file + " has no " + STATE + ", which holds the pods (expected: an object)");
    }
    JsonNode version = state.path("version");
    if (!version.isInt() || version.intValue() != VERSION) {
      throw new BotStateException(
          file
              + ": "
              + STATE
              + ".version: "
              + (version.isMissingNode() ? "none" : version)
              + " (expected: "
              + VERSION
              + ")");
    }
    mapping.taken(STATE + ".version");
  }

  Path file() {
    return file;
  }

  Field field(String key) {
    return Field.root(mapping, key, values.get(key));
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /** When the state was written, ISO-8601. */
  @Nullable String savedAt() {
    String text = field(SAVED).derived("the closes up to then have been decided").text();
    if (text == null) {
      mapping.lost(SAVED + ": missing; the time of " + STATE + " in the table is used");
      return saved;
    }
    return text;
  }

  /** What has become of its fields; complete once the import has run. */
  public Mapping mapping() {
    return mapping;
  }

  /** Lists whatever the import has not asked for. */
  void account() {
    values.forEach(mapping::account);
  }
}
