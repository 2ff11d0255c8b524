package io.podflow.job.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.health.HealthKind;
import io.podflow.domain.health.HealthLog;
import io.podflow.domain.health.HealthRecord;
import io.podflow.domain.market.MarketRecord;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.MarketItem;
import io.podflow.job.testing.RandomPortfolio;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A close that is late by the wall clock is told, with what it waits for. */
@Tag("LV2")
class CloseWatchTest {

  private static final long GRACE = 30_000;

  private final RunScope scope = RandomPortfolio.scope(new RandomPortfolio(1, 10).settings(), 10);
  private final long begin = scope.window().from();
  private final long first = scope.nextClose(begin);
  private final long second = scope.nextClose(first);
  private final HealthLog log = new HealthLog("closes");

  private CloseWatch watch(boolean external) {
    return new CloseWatch(scope, CloseWatchTest.class.getClassLoader(), external, GRACE, begin);
  }

  private List<HealthKind> seen(CloseWatch watch, long now) {
    watch.look(log, now);
    return log.due(now).stream().filter(record -> !record.over()).map(HealthRecord::kind).toList();
  }

  @Test
  void aFeedThatSendsNothingIsToldWhenTheCloseIsLate() {
    CloseWatch watch = watch(false);
    assertThat(seen(watch, first + GRACE)).isEmpty();
    assertThat(watch.waiting(first)).contains("is the next");

    assertThat(seen(watch, first + GRACE + 1)).containsExactly(HealthKind.FEED_SILENT);
    assertThat(watch.waiting(first + GRACE + 1)).contains("waits for the feed");
  }

  @Test
  void aCloseInTimeEndsIt() {
    CloseWatch watch = watch(false);
    seen(watch, first + GRACE + 1);
    watch.closed(first, first + GRACE + 2);
    watch.look(log, first + GRACE + 3);

    assertThat(log.due(first + GRACE + 3)).singleElement().matches(HealthRecord::over);
  }

  @Test
  void aCloseThatSomeSymbolsHadNamesTheOthersUntilItIsOver() {
    CloseWatch watch = watch(false);
    List<Integer> traded = traded();
    int some = traded.get(0);
    watch.market(item(some, second), first - 2);
    assertThat(watch.waiting(first)).as("a bar of a later close").contains("is the next");
    watch.market(item(some, first), first - 1);

    assertThat(watch.waiting(first)).contains("waits for bars of ");
    assertThat(watch.waiting(first))
        .doesNotContain(scope.layout().universe().symbol(some))
        .contains(scope.layout().universe().symbol(traded.get(1)));
    assertThat(seen(watch, first + GRACE + 1)).containsExactly(HealthKind.CLOSE_LATE);
    watch.closed(first, first + GRACE + 2);
    assertThat(watch.waiting(first + GRACE + 2)).contains("is the next");
    watch.closed(first - 1, first + GRACE + 3);
    assertThat(watch.waiting(first + GRACE + 3)).contains(Instant.ofEpochMilli(second).toString());
  }

  private List<Integer> traded() {
    return IntStream.range(0, scope.layout().universe().size())
        .filter(
            symbol ->
                IntStream.range(0, scope.layout().podCount())
                    .anyMatch(
                        pod ->
                            scope.layout().pod(pod).timeframe().closesAt(first)
                                && scope.layout().trades(pod, symbol)))
        .boxed()
        .toList();
  }

  private static MarketItem item(int symbol, long close) {
    return MarketItem.of(MarketRecord.of(new Bar(symbol, Timeframe.H1, close, 1, 1, 1, 1, 1)));
  }

  /** A replay of the past, or a job that catches up. */
  @Test
  void aMarketThatMovesMayBeAnyTimeBehind() {
    CloseWatch watch = watch(false);
    long years = 100_000_000_000L;
    watch.closed(first, begin + years);
    assertThat(seen(watch, begin + years + GRACE)).isEmpty();
    assertThat(seen(watch, begin + years + GRACE + 1)).containsExactly(HealthKind.FEED_SILENT);
  }

  @Test
  void anExchangeSideThatIsSilentIsToldAndOnlyWhereThereIsOne() {
    CloseWatch external = watch(true);
    external.closed(first, first);
    assertThat(external.waiting(first)).contains("waits for the exchange side");
    assertThat(seen(external, first + GRACE)).isEmpty();
    assertThat(seen(external, first + GRACE + 1)).containsExactly(HealthKind.EXCHANGE_SILENT);
    external.decided(first);
    assertThat(external.waiting(first)).doesNotContain("exchange side");
    assertThat(external.lastDecided()).isEqualTo(first);
    external.look(log, first + GRACE + 2);
    assertThat(log.due(first + GRACE + 2)).singleElement().matches(HealthRecord::over);

    CloseWatch paper = watch(false);
    paper.closed(first, first);
    assertThat(seen(paper, first + GRACE + 1)).isEmpty();
    assertThat(second).isGreaterThan(first + GRACE);
  }
}
