package io.podflow.connectors.csv;

import io.podflow.domain.settings.BacktestSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds symbols whose bars a run refuses unless the settings accept them: no file, no usable row,
 * or too many rejected rows.
 */
public final class InputJudge {

  /** What is wrong with the bars of a symbol. */
  public enum Kind {
    /** The symbol has no file, or a file without rows. */
    MISSING,

    /** No row can be used, or the share of rejected rows is above the limit. */
    REJECTED
  }

  /**
   * A symbol whose bars are refused.
   *
   * @param file file of the symbol; null when there is none
   */
  public record Fault(Kind kind, String symbol, @Nullable SymbolFile file) {

    /** The fault in one clause: {@code ETH/USDT: 20 of 100 rows rejected}. */
    public String sentence() {
      if (file == null) {
        return symbol + ": no file of bars";
      }
      RowCounts counts = file.counts();
      return kind == Kind.MISSING
          ? symbol + ": no row in " + file.file()
          : symbol
              + ": "
              + counts.rejectedRows()
              + " of "
              + (counts.used() + counts.rejectedRows())
              + " rows rejected, the first: "
              + counts.firstOffence();
    }
  }

  private final double maxRejectedShare;
  private final boolean acceptRejected;
  private final boolean allowMissing;

  /**
   * @param settings largest fraction of rejected rows, and which faults are accepted
   */
  public InputJudge(BacktestSettings settings) {
    this.maxRejectedShare = settings.maxRejectedShare();
    this.acceptRejected = settings.acceptRejected();
    this.allowMissing = settings.allowMissing();
  }

  /**
   * All faults of the given symbols: those with a file first, then those without, in universe
   * order.
   */
  public List<Fault> faults(BarInventory inventory, Collection<String> symbols) {
    List<Fault> faults = new ArrayList<>();
    for (SymbolFile file : inventory.files()) {
      Kind kind = kind(file);
      if (kind != null && symbols.contains(file.name())) {
        faults.add(new Fault(kind, file.name(), file));
      }
    }
    for (String symbol : inventory.missing()) {
      if (symbols.contains(symbol)) {
        faults.add(new Fault(Kind.MISSING, symbol, null));
      }
    }
    return faults;
  }

  private @Nullable Kind kind(SymbolFile file) {
    if (file.rows() == 0) {
      return Kind.MISSING;
    }
    boolean tooMany = file.counts().rejectedShare() > maxRejectedShare;
    return tooMany || !file.hasBars() ? Kind.REJECTED : null;
  }

  /** Whether the settings let a run go on in spite of a fault. */
  public boolean accepts(Fault fault) {
    return fault.kind() == Kind.MISSING ? allowMissing : acceptRejected;
  }
}
