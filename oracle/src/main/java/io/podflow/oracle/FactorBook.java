package io.podflow.oracle;

/** The factors of a pod's wanted quantity of a symbol at a close, from the recorded rows (TR4). */
final class FactorBook {

  private static final double TOLERANCE = 1e-12;

  private final Run run;
  private final Accounts accounts;
  private final Scales scales;

  FactorBook(Run run, Accounts accounts, Scales scales) {
    this.run = run;
    this.accounts = accounts;
    this.scales = scales;
  }

  /** Factors of the pod with index {@code p}; without a signal where the pod has no row yet. */
  Factors at(int p, String symbol, long close) {
    PodBook book = run.books.get(p);
    int i = book.symbols.indexOf(symbol);
    Row row = i < 0 ? null : book.lastRow(close, i);
    double share = gone(book, close) ? 0 : scales.fraction(p, close);
    double unit = unit(p, symbol, close, share);
    return row == null
        ? withoutRow(book, close, share, unit)
        : ofRow(book, i, row, close, share, unit);
  }

  /** What a share of 1 is in quantity; by equity where the pod has no share. */
  private double unit(int p, String symbol, long close, double share) {
    double mark = run.mark(symbol, close);
    double capital = accounts.after(close)[p];
    if (capital <= 0) {
      return 0;
    }
    return share == 0 ? run.equity(close) / mark : capital / (share * mark);
  }

  private Factors withoutRow(PodBook book, long close, double share, double unit) {
    return new Factors(
        0,
        1,
        1,
        1,
        share,
        scales.leverage(close),
        scales.risk(close),
        scales.volatility(close),
        unit,
        0,
        false,
        gone(book, close),
        false);
  }

  private Factors ofRow(PodBook book, int i, Row row, long close, double share, double unit) {
    boolean stale = book.stale(i, book.closes[book.closeIndex(close)]);
    boolean silenced = book.stops.heldAtZero(row.time, i);
    double exposure = PodTargets.exposure(book, row);
    double multiplier = row.number("multiplier");
    double cap = row.number("cap_scale");
    double free = silenced || stale ? 0 : row.number("signal");
    double all = exposure * multiplier * cap;
    double signal = book.halted(i, row.time) && all != 0 ? row.number("target") / all : free;
    signal = Math.abs(signal - free) <= TOLERANCE * Math.abs(free) ? free : signal;
    signal = run.stale(book.symbols.get(i), close) || stale ? 0 : signal;
    return new Factors(
        signal,
        exposure,
        multiplier,
        cap,
        share,
        scales.leverage(close),
        scales.risk(close),
        scales.volatility(close),
        unit,
        free,
        silenced,
        gone(book, close),
        stale);
  }

  /** Whether the pod is RETIRED or ruined. */
  boolean gone(PodBook book, long close) {
    return run.retired(book.pod, close) || close >= book.ruinedFrom;
  }
}
