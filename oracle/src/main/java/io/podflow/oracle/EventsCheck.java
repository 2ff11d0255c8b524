package io.podflow.oracle;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Table {@code events}: what follows from the other tables and the bars, and nothing else. */
final class EventsCheck {

  private static final List<String> MONITORS =
      List.of("drawdown against Brownian", "distribution of the last 60", "decay: ");

  private final Run run;
  private final Accounts accounts;
  private final Risks risks;
  private final VolatilityCap cap;
  private final Decisions decisions;
  private final OrdersCheck orders;
  private final Comparison comparison;

  EventsCheck(
      Run run,
      Accounts accounts,
      Risks risks,
      VolatilityCap cap,
      Decisions decisions,
      OrdersCheck orders,
      Comparison comparison) {
    this.run = run;
    this.accounts = accounts;
    this.risks = risks;
    this.cap = cap;
    this.decisions = decisions;
    this.orders = orders;
    this.comparison = comparison;
  }

  void check() {
    run.bars.notices.forEach(
        n -> event(n.time(), "data", "", n.symbol(), "", "", n.severity(), n.message()));
    run.books.forEach(this::selector);
    run.books.forEach(this::outForGood);
    run.books.forEach(this::staleInPod);
    run.universe.forEach(this::staleInPortfolio);
    rebalances();
    expired();
    ruin();
    run.books.forEach(this::ruin);
    run.books.forEach(this::spent);
    run.books.forEach(this::stops);
    run.books.forEach(this::lifecycle);
    risks.events().forEach(this::risk);
    cap.events().forEach(this::risk);
    idle();
    monitors();
  }

  /** How much and since when is recomputed, and why is taken as it is. */
  private void idle() {
    long since = Long.MIN_VALUE;
    for (Row books : run.recorded.rows("equity")) {
      if (!Grid.endsDay(books.time)) {
        continue;
      }
      double equity = books.number("equity");
      double reserve = books.number("reserve");
      long day = Grid.day(books.time);
      boolean idles = equity > 0 && reserve > 0.05 * equity;
      since = idles ? (since == Long.MIN_VALUE ? day : since) : Long.MIN_VALUE;
      if (idles && (day - since) % 7 == 0) {
        String amount = "reserve " + reserve + " (" + reserve / equity + " of equity) idle since ";
        String message = amount + LocalDate.ofEpochDay(since) + ": " + why(books.time);
        like(books.time, "idle", "", "", "", "", "warning", message);
      }
    }
  }

  private String why(long time) {
    for (Row row : run.recorded.rows("events")) {
      if (row.time == time && row.text("kind").equals("idle")) {
        String message = row.text("message");
        return message.substring(message.indexOf(": ") + 2);
      }
    }
    return "";
  }

  private void stops(PodBook book) {
    for (Stops.Stop stop : book.stops.all()) {
      String from = stop.isLong() ? "LONG" : "SHORT";
      String why = stop.kind() + ": " + stop.touched() + " is beyond " + stop.level();
      String message = why + ", entry " + stop.entry();
      like(stop.close(), "risk", book.pod.id(), stop.symbol(), from, "FLAT", "warning", message);
    }
  }

  private void lifecycle(PodBook book) {
    for (Lives.Day day : new Lives(run, book).days()) {
      for (String[] e : day.events()) {
        like(day.close(), "lifecycle", book.pod.id(), "", e[0], e[1], e[2], e[3]);
      }
    }
  }

  /** The monitors decide nothing and are taken as they are. */
  private void monitors() {
    for (Row row : run.recorded.rows("events")) {
      String message = row.text("message");
      if (row.text("kind").equals("lifecycle") && MONITORS.stream().anyMatch(message::startsWith)) {
        String severity = row.text("severity");
        event(row.time, "lifecycle", row.text("pod"), "", "", "", severity, message);
      }
    }
  }

  private void risk(Risks.Event e) {
    like(e.close(), "risk", e.pod(), "", e.from(), e.to(), e.severity(), e.message());
  }

  /** The numbers in a message are results, and equal to within rounding. */
  private void like(long time, String... keys) {
    comparison.rowLike(time, keys);
  }

  private void selector(PodBook book) {
    Machines machines = new Machines(book);
    boolean[] refused = new boolean[book.symbols.size()];
    for (long close : book.closes) {
      String[] before = machines.state.clone();
      machines.step(close);
      for (int i = 0; i < book.symbols.size(); i++) {
        if (book.row(close, i).isPresent() && !book.constant(i, close)) {
          boolean first = machines.rule[i].equals("floor_refused") && !refused[i];
          refused[i] = machines.rule[i].equals("floor_refused");
          boolean moved = !before[i].equals(machines.state[i]);
          if (first || moved) {
            String from = moved ? before[i] : "";
            String to = moved ? machines.state[i] : "";
            String why = machines.message(close, i);
            like(close, "selector", book.pod.id(), book.symbols.get(i), from, to, "info", why);
          }
        }
      }
      machines.as(close);
    }
  }

  private void outForGood(PodBook book) {
    Machines machines = new Machines(book);
    boolean[] out = new boolean[book.symbols.size()];
    for (long close : book.closes) {
      machines.step(close);
      for (int i = 0; i < out.length; i++) {
        if (machines.outForGood(i) && !out[i]) {
          out[i] = true;
          int times = machines.cooldowns[i];
          String text = "excluded for good after " + times + " cooldown" + (times > 1 ? "s" : "");
          event(close, "selector", book.pod.id(), book.symbols.get(i), "", "", "warning", text);
        }
      }
      machines.as(close);
    }
  }

  private void staleInPod(PodBook book) {
    int after = run.config.staleAfter();
    for (long close : book.closes) {
      for (int i = 0; i < book.symbols.size(); i++) {
        if (book.missed(i, close) == after) {
          String text = " bar for " + after + " closes, target 0";
          String message = "stale: no " + book.pod.timeframe() + text;
          event(close, "data", book.pod.id(), book.symbols.get(i), "", "", "warning", message);
        }
      }
    }
  }

  private void staleInPortfolio(String symbol) {
    Series series = run.finest(symbol);
    String closed = " missed closes; what is held is closed at the last close, ";
    for (long close : run.closes) {
      int last = run.lastBar(symbol, close);
      if (decisions.marks.becomesStale(symbol, close)) {
        String text = "stale after " + run.missed(symbol, close) + closed + series.close(last);
        event(close, "data", "", symbol, "", "", "warning", text);
      }
      if (last > 0 && series.time(last) == close && series.time(last - 1) > run.bars.from) {
        long length = Grid.length(run.config.finest(symbol));
        long missed = (close - series.time(last - 1)) / length - 1;
        if (missed >= run.config.staleAfter()) {
          String text = "bars are back after " + missed + " missed closes";
          event(close, "data", "", symbol, "", "", "info", text);
        }
      }
    }
  }

  private void rebalances() {
    Map<Long, Double> turnover = new LinkedHashMap<>();
    Map<Long, String> trigger = new HashMap<>();
    for (Config.Pod pod : run.config.pods) {
      for (Row row : run.recorded.rows("allocations")) {
        if (row.text("pod").equals(pod.id())) {
          turnover.merge(row.time, row.number("turnover"), Double::sum);
          trigger.put(row.time, row.text("trigger"));
        }
      }
    }
    turnover.forEach(
        (time, moved) -> {
          String what = moved > 0 ? ": turnover " + moved : ": nothing moved";
          event(time, "rebalance", "", "", "", "", "info", trigger.get(time) + what);
        });
  }

  private void expired() {
    for (Trade trade : decisions.trades.all()) {
      if (trade.hasOrder() && !trade.filled()) {
        long time = Math.min(trade.endedAt(), run.lastClose());
        String why = time == accounts.ruin() ? "the portfolio is ruined" : "no open came for it";
        String text = "order " + orders.orderId(trade) + " expired: " + why;
        event(time, "order", "", trade.symbol(), "", "", "warning", text);
      }
    }
  }

  private void ruin() {
    if (accounts.ruin() != Long.MAX_VALUE) {
      like(accounts.ruin(), "ruin", "", "", "", "", "critical", accounts.ruinMessage());
    }
  }

  private void ruin(PodBook book) {
    int k = book.closeIndex(book.ruinedFrom);
    if (book.ruinedFrom <= run.lastClose()) {
      double r = book.periodReturn(k, run.config.costRate());
      String text = "ruined: the pod's own account is used up by a return of " + r + "; all its ";
      String pod = book.pod.id();
      event(
          book.ruinedFrom, "ruin", pod, "", "", "", "critical", text + "targets are 0 from now on");
    }
  }

  /** Pods that have lost more than they were given, once each time. */
  private void spent(PodBook book) {
    boolean told = false;
    for (long close : run.closes) {
      double capital = accounts.after(close)[book.pod.index()];
      boolean spent =
          capital < -1e-9 * run.equity(close)
              && !run.retired(book.pod, close)
              && !run.ruined(close);
      if (spent && !told) {
        String text = "capital in the portfolio used up: " + capital + "; the pod's share is 0 ";
        like(
            close,
            "risk",
            book.pod.id(),
            "",
            "",
            "",
            "warning",
            text + "until capital is shared again");
      }
      told = spent;
    }
  }

  private void event(
      long time,
      String kind,
      String pod,
      String symbol,
      String from,
      String to,
      String severity,
      String message) {
    comparison.row(time, kind, pod, symbol, from, to, severity, message);
  }
}
