package io.podflow.live.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.api.Timeframe;
import io.podflow.domain.exchange.Faults;
import io.podflow.domain.exchange.PaperExchange;
import io.podflow.domain.execution.CostModel;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.market.MarketRow;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.FeedItem;
import io.podflow.job.testing.RandomPortfolio;
import io.podflow.job.version.VersionText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an exchange on paper reports follows from its topics, not from how they are read. */
@Tag("L5")
class ExchangeSessionTest {

  private static final int CLOSES = 12;

  private final PodflowSettings settings = new RandomPortfolio(1, 10).settings();
  private final RunScope scope = RandomPortfolio.scope(settings, 10);
  private final String symbol = scope.layout().universe().symbol(0);

  @Test
  void aSecondStartOverFullTopicsSaysTheSameAgain() {
    // The second close and the one after it are missed, as the seed has it.
    Predicate<List<ExchangeReport>> away = List::isEmpty;
    long seed = 0;
    while (away.negate().test(alone(seed).get(1)) || away.test(alone(seed).get(0))) {
      seed++;
    }
    List<OrderCommand> commands = new ArrayList<>();
    for (int close = 1; close <= CLOSES; close++) {
      String id = "o" + close;
      commands.add(
          OrderCommand.send(close(close), id, symbol, 1, 100, false, close == 9 ? "stale" : ""));
      if (close == 2 || close == 5) {
        commands.add(OrderCommand.cancel(close(close), id, symbol));
        commands.add(OrderCommand.cancel(close(close), "o" + (close - 1), symbol));
      }
      commands.add(OrderCommand.close(close(close)));
    }
    assertThat(atOnce(seed, commands)).isEqualTo(stepByStep(seed, commands));
  }

  /** Reports of every close when nothing is ordered. */
  private List<List<ExchangeReport>> alone(long seed) {
    List<OrderCommand> marks = new ArrayList<>();
    for (int close = 1; close <= CLOSES; close++) {
      marks.add(OrderCommand.close(close(close)));
    }
    return atOnce(seed, marks);
  }

  private List<List<ExchangeReport>> atOnce(long seed, List<OrderCommand> commands) {
    ExchangeSession session = session(seed);
    commands.forEach(session::order);
    for (int close = 1; close <= CLOSES; close++) {
      feed(session, close);
    }
    List<List<ExchangeReport>> sent = new ArrayList<>();
    deal(session, sent);
    return sent;
  }

  /** Commands of a close come when its heartbeat is there, which is when a job can decide it. */
  private List<List<ExchangeReport>> stepByStep(long seed, List<OrderCommand> commands) {
    ExchangeSession session = session(seed);
    List<List<ExchangeReport>> sent = new ArrayList<>();
    int next = 0;
    for (int close = 1; close <= CLOSES; close++) {
      feed(session, close);
      deal(session, sent);
      long heard =
          sent.stream().flatMap(List::stream).mapToLong(ExchangeReport::time).max().orElse(0);
      while (next < commands.size() && commands.get(next).time() <= heard) {
        session.order(commands.get(next++));
        deal(session, sent);
      }
    }
    return sent;
  }

  private static void deal(ExchangeSession session, List<List<ExchangeReport>> sent) {
    for (List<ExchangeReport> reports = session.deal(); reports != null; reports = session.deal()) {
      sent.add(reports);
    }
  }

  private ExchangeSession session(long seed) {
    return new ExchangeSession(
        scope,
        ConfigVersion.first("start", VersionText.of(settings)),
        new PaperExchange(
            scope.layout().universe(),
            CostModel.of(scope.layout().settings()),
            new Faults(seed, 0, 0, 0.3, 2),
            Duration.ofDays(1)));
  }

  /** The symbol has no bar at every fourth close. */
  private void feed(ExchangeSession session, int close) {
    if (close % 4 != 3) {
      long open = close(close) - Timeframe.H12.millis();
      session.bar(FeedItem.of(new MarketRow(0, Timeframe.H12, open, 100, 101, 99, 100, 1)), 0);
    }
    session.bar(FeedItem.beat(close(close)), 0);
  }

  private long close(int number) {
    return scope.window().from() + number * Timeframe.H12.millis();
  }
}
