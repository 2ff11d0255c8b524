package io.podflow.domain.settings;

import java.io.Serializable;

/** The {@code journal} section: what a run writes down. */
public record JournalSettings(
    @Setting(
            value =
                "Which refused changes are rows of unsent: decided leaves out those inside the band"
                    + " that come of prices alone",
            def = "decided")
        UnsentRows unsent)
    implements Serializable {

  public static final JournalSettings DEFAULT = new JournalSettings(UnsentRows.DECIDED);
}
