package io.podflow.savepoints.table;

import io.podflow.job.state.ConfigVersion;
import java.util.List;

/** A row per version of the configuration; the last that holds is in force. */
public final class VersionTable {

  private VersionTable() {}

  /** Empty {@code holds_from}: from the beginning, or, with {@code open}, not known yet. */
  public static StateTable of(List<ConfigVersion> versions) {
    StateTable table = StateTable.of("versions", "id", "holds_from", "open");
    for (ConfigVersion version : versions) {
      boolean open = version.effective() == ConfigVersion.OPEN || version.history() > 0;
      table.add(version.id(), open ? null : Cells.time(version.effective()), open);
    }
    return table;
  }

  /** The same versions as text. */
  public static StateTable texts(List<ConfigVersion> versions) {
    StateTable table = StateTable.of("configurations", "id", "yaml");
    versions.forEach(version -> table.add(version.id(), version.yaml()));
    return table;
  }
}
