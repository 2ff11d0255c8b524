package io.podflow.connectors.rundb;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/** The two ways to open a {@code run.db}. */
final class RunDbConnections {

  /** Rows may arrive pod by pod, out of key order; their pages should stay in memory meanwhile. */
  private static final int BUILD_CACHE_KIB = 32 * 1024;

  private RunDbConnections() {}

  /**
   * For the only writer of a file without readers. The rollback journal stays in memory: a journal
   * costs next to nothing for new pages, and a failing statement still leaves the file whole.
   * Without generated keys the driver spares a query after every insert.
   */
  static Connection forBuilding(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.MEMORY);
    config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
    config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
    config.setCacheSize(-BUILD_CACHE_KIB);
    config.setGetGeneratedKeys(false);
    return config.createConnection("jdbc:sqlite:" + file);
  }

  /** For readers of a finished file. */
  static Connection forReading(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    return config.createConnection("jdbc:sqlite:" + file);
  }
}
