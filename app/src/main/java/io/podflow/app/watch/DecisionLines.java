package io.podflow.app.watch;

import io.podflow.connectors.wire.DecisionMessage;
import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.EventKind;
import io.podflow.domain.journal.FillRow;
import io.podflow.domain.journal.OrderRow;
import io.podflow.domain.journal.Severity;
import io.podflow.report.text.Figures;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The decisions of a live job as lines of text: equity at each close, then orders, fills and events
 * up to that close. Rows of single assets, targets, positions and monitors are left out because
 * they are too many.
 *
 * <p>The lines of a close are printed when its row of equity comes, because pods are often ahead of
 * the portfolio. A row is printed only once, even when a job repeats rows after a failure.
 */
public final class DecisionLines {

  /** Rows remembered to detect repeats: more than a job repeats, few enough for memory. */
  private static final int REMEMBERED = 20_000;

  /** The longest word is {@code lifecycle}. */
  private static final String LINE = "%s  %-9s  %s";

  private static final MathContext DIGITS = new MathContext(8);

  /** Style of a line, with the terminal's code. */
  private enum Colour {
    BOLD("1"),
    GREEN("32"),
    RED("31"),
    YELLOW("33"),
    PLAIN("0");

    private final String code;

    Colour(String code) {
      this.code = code;
    }
  }

  /** A row that waits for the row of equity of its close. */
  private record Waiting(long time, Record row) {}

  private final boolean coloured;
  private final List<Waiting> waiting = new ArrayList<>();
  private final Set<Record> told = Collections.newSetFromMap(new Latest());
  private long close = Long.MIN_VALUE;

  /**
   * @param coloured whether lines have the colour codes of a terminal
   */
  public DecisionLines(boolean coloured) {
    this.coloured = coloured;
  }

  /** The lines that are due after this row, in order; mostly empty. */
  public List<String> take(DecisionMessage message) {
    Record row = message.row();
    if (!isTold(row) || !told.add(row)) {
      return List.of();
    }
    if (row instanceof EquityRow equity) {
      return close(equity);
    }
    if (row instanceof Event event && event.time() <= close) {
      return List.of(line(event.time(), row));
    }
    waiting.add(new Waiting(row instanceof Event event ? event.time() : Long.MIN_VALUE, row));
    return List.of();
  }

  private static boolean isTold(Record row) {
    if (row instanceof Event event) {
      return event.kind() != EventKind.SELECTOR
          && (event.kind() != EventKind.DATA || event.severity() != Severity.INFO);
    }
    return row instanceof EquityRow || row instanceof OrderRow || row instanceof FillRow;
  }

  private List<String> close(EquityRow equity) {
    close = Math.max(close, equity.time());
    List<String> lines = new ArrayList<>();
    lines.add(line(equity.time(), equity));
    for (Waiting each : waiting) {
      if (each.time() <= equity.time()) {
        lines.add(line(equity.time(), each.row()));
      }
    }
    waiting.removeIf(each -> each.time() <= equity.time());
    return lines;
  }

  private String line(long time, Record row) {
    String at = Instant.ofEpochMilli(time).toString().substring(0, 16).replace('T', ' ');
    if (row instanceof EquityRow equity) {
      return painted(Colour.BOLD, at, "equity", text(equity));
    }
    if (row instanceof OrderRow order) {
      return painted(Colour.PLAIN, at, "order", text(order));
    }
    if (row instanceof FillRow fill) {
      Colour colour = fill.side().equals("BUY") ? Colour.GREEN : Colour.RED;
      return painted(colour, at, "fill", text(fill));
    }
    Event event = (Event) row;
    return painted(colour(event), at, event.kind().name().toLowerCase(Locale.ROOT), text(event));
  }

  private String painted(Colour colour, String at, String kind, String text) {
    String line = Figures.format(LINE, at, kind, text);
    boolean plain = !coloured || colour == Colour.PLAIN;
    return plain ? line : "\033[" + colour.code + "m" + line + "\033[0m";
  }

  private static Colour colour(Event event) {
    return switch (event.severity()) {
      case INFO -> Colour.PLAIN;
      case WARNING -> Colour.YELLOW;
      case CRITICAL -> Colour.RED;
    };
  }

  private static String text(EquityRow row) {
    return Figures.format(
        "%14s  drawdown %8s  gross %5s  net %6s",
        Figures.money(row.equity()),
        Figures.share(row.drawdown()),
        Figures.ratio(row.grossExposure()),
        Figures.ratio(row.netExposure()));
  }

  private static String text(OrderRow row) {
    return trade(row.side(), row.symbol(), row.quantity(), row.referencePrice())
        + Figures.format("  %-9s  %s", row.status(), row.reason());
  }

  private static String text(FillRow row) {
    return trade(row.side(), row.symbol(), row.quantity(), row.price())
        + "  cost "
        + Figures.money(row.fee() + row.slippageCost());
  }

  private static String trade(String side, String symbol, double quantity, double price) {
    return Figures.format("%-4s %14s %-12s at %12s", side, number(quantity), symbol, number(price));
  }

  private static String text(Event event) {
    String about = (event.pod() + " " + event.symbol()).strip();
    String change =
        event.toState().isEmpty() ? "" : event.fromState() + " -> " + event.toState() + ": ";
    return (about.isEmpty() ? "" : about + ": ") + change + Figures.shortened(event.message());
  }

  private static String number(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString()
        : "-";
  }

  /** The most recent {@value #REMEMBERED} rows; an older row is forgotten. */
  private static final class Latest extends LinkedHashMap<Record, Boolean> {

    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Record, Boolean> eldest) {
      return size() > REMEMBERED;
    }
  }
}
