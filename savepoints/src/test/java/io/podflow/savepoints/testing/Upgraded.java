package io.podflow.savepoints.testing;

import io.podflow.savepoints.flink.SavepointFolder;
import io.podflow.savepoints.upgrade.SavepointUpgrade;
import java.nio.file.Path;

/** Savepoints of earlier versions, as {@code podflow state upgrade} leaves them. */
public final class Upgraded {

  private Upgraded() {}

  /**
   * A savepoint that this version goes on from.
   *
   * @param savepoint of any version; it stays as it is
   * @param folder for a new one
   * @return the savepoint itself if it is in the form of this version
   */
  public static Path of(Path savepoint, Path folder) throws Exception {
    SavepointFolder opened = SavepointFolder.openAny(savepoint.toString());
    if (!opened.isOld()) {
      return savepoint;
    }
    Path upgraded = folder.resolve("upgraded-" + savepoint.getFileName());
    SavepointUpgrade.write(opened, upgraded);
    return upgraded;
  }
}
