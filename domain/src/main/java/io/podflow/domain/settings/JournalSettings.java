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
                "Which rows are written: changes leaves out those of assets in which neither target"
                    + " nor machine has moved, targets all of assets, pods, allocations and"
                    + " monitors",
            def = "all")
        DecisionRows decisions)
    implements Serializable {

  public static final JournalSettings DEFAULT =
      new JournalSettings(UnsentRows.DECIDED, DecisionRows.ALL);
}
