package io.podflow.domain.settings;

import java.io.Serializable;

/** The {@code journal} section: what a run writes down. */
public record JournalSettings(
    @Setting(
            value =
                "Which refused changes are rows of unsent: decided leaves out those inside the band"
                    + " that come of prices alone",
            def = "decided")
        UnsentRows unsent,
    @Setting(
            value =
                "Which rows of decisions are written: changes leaves out those of assets and pods"
                    + " that say nothing new, targets leaves out how targets came about",
            def = "all")
        DecisionRows decisions)
    implements Serializable {

  public static final JournalSettings DEFAULT =
      new JournalSettings(UnsentRows.DECIDED, DecisionRows.ALL);
}
