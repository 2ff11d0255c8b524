package io.podflow.job.operator;

import static io.podflow.job.operator.TwoTimeframes.B;
import static io.podflow.job.operator.TwoTimeframes.C;
import static io.podflow.job.operator.TwoTimeframes.DAY;
import static io.podflow.job.operator.TwoTimeframes.HALF;
import static io.podflow.job.operator.TwoTimeframes.HALF_DAY;
import static io.podflow.job.operator.TwoTimeframes.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.podflow.api.Timeframe;
import io.podflow.domain.execution.ExchangeReport;
import io.podflow.domain.execution.OrderCommand;
import io.podflow.domain.execution.PositionSnapshot;
import io.podflow.domain.execution.TradingMode;
import io.podflow.domain.journal.FillRow;
import io.podflow.domain.journal.OrderRow;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.PortfolioInput;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The alignment operator with the portfolio's step behind it, close by close. */
class PortfolioAlignmentTest {

  private static final RunScope SCOPE = TwoTimeframes.scope(1);
  private static final boolean STREAMING = false;

  @ParameterizedTest
  @EnumSource
  void barsAndDecisionsOfACloseMeet(Backend backend) throws Exception {
    try (var portfolio = Harness.portfolio(SCOPE, STREAMING, backend).open()) {
      portfolio.take(bar(B, 1, 100));
      portfolio.take(wish(1, 0.5));
      portfolio.take(bar(C, 1, 50));
      portfolio.passes(close(1));
      portfolio.take(bar(B, 2, 110));
      portfolio.passes(close(2));
      assertThat(portfolio.timestamps()).containsExactly(close(1), close(2));
      PortfolioDecision second = portfolio.outputs().get(1);
      assertThat(second.fills()).extracting(FillRow::symbol).containsExactly("B/U");
      assertThat(second.orders())
          .extracting(OrderRow::time, OrderRow::status)
          .containsExactly(tuple(close(1), "FILLED"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void ordersThatStillWaitAtTheEndExpire(Backend backend) throws Exception {
    try (var portfolio = Harness.portfolio(SCOPE, STREAMING, backend).open()) {
      portfolio.take(bar(B, 2, 100));
      portfolio.take(wish(2, 0.5));
      portfolio.passes(START + DAY);
      assertThat(portfolio.outputs()).hasSize(1).allMatch(decision -> decision.orders().isEmpty());
      portfolio.ends();
      PortfolioDecision end = portfolio.outputs().get(1);
      assertThat(end.orders()).extracting(OrderRow::status).containsExactly("EXPIRED");
      assertThat(end.equity()).isEmpty();
      assertThat(portfolio.timestamps().get(1)).isEqualTo(START + DAY);
      assertThat(portfolio.timers()).isZero();
      assertThat(portfolio.keysWith("waiting")).isZero();
    }
  }

  @ParameterizedTest
  @Tag("L5")
  @EnumSource
  void anOrderThatWaitsSurvivesARestart(Backend backend) throws Exception {
    OperatorSubtaskState snapshot;
    try (var portfolio = Harness.portfolio(SCOPE, STREAMING, backend).open()) {
      portfolio.takeAll(List.of(bar(B, 1, 100), wish(1, 0.5)));
      portfolio.passes(close(1));
      portfolio.take(bar(B, 2, 110));
      snapshot = portfolio.snapshot();
    }
    try (var portfolio = Harness.portfolio(SCOPE, STREAMING, backend).open(snapshot)) {
      portfolio.ends();
      assertThat(portfolio.outputs().get(0).fills())
          .singleElement()
          .satisfies(
              fill -> {
                assertThat(fill.price()).isEqualTo(110);
                assertThat(fill.time()).isEqualTo(close(2));
              });
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatComesAfterItsCloseIsWrittenDown(Backend backend) throws Exception {
    try (var portfolio = Harness.portfolio(SCOPE, STREAMING, backend).open()) {
      portfolio.take(bar(B, 1, 100));
      portfolio.passes(close(1));
      portfolio.take(bar(C, 1, 50));
      portfolio.take(wish(1, 0.5));
      portfolio.ends();
      assertThat(portfolio.late())
          .extracting(event -> event.pod() + event.symbol())
          .containsExactly("C/U", "half");
      assertThat(portfolio.outputs())
          .allSatisfy(decision -> assertThat(decision.orders()).isEmpty());
    }
  }

  @ParameterizedTest
  @Tag("E4")
  @Tag("L5")
  @EnumSource
  void aSnapshotBetweenClosesIsATickThatSurvivesARestart(Backend backend) throws Exception {
    RunScope external = SCOPE.with(TradingMode.EXTERNAL);
    long tick = close(1) + 60_000;
    OrderCommand order;
    OperatorSubtaskState snapshot;
    try (var portfolio = Harness.portfolio(external, STREAMING, backend).open()) {
      portfolio.takeAll(List.of(bar(B, 1, 100), wish(1, 0.5), bar(C, 1, 50)));
      portfolio.passes(close(1));
      order = portfolio.outputs().get(0).commands().get(0);
      portfolio.take(snapshotAt(tick));
      portfolio.take(bar(B, 2, 110));
      portfolio.take(report(fill(order, close(1) + 1_000, order.quantity() / 4)));
      portfolio.take(report(expired(order, close(1) + 2_000)));
      portfolio.passes(tick - 1);
      assertThat(portfolio.outputs()).as("reports alone wait").hasSize(1);
      snapshot = portfolio.snapshot();
    }
    try (var portfolio = Harness.portfolio(external, STREAMING, backend).open(snapshot)) {
      portfolio.passes(tick);
      PortfolioDecision decision = portfolio.outputs().get(0);
      assertThat(decision.fills()).hasSize(1);
      assertThat(decision.orders()).extracting(OrderRow::status).containsExactly("EXPIRED");
      OrderCommand rest = decision.commands().get(0);
      assertThat(rest.time()).isEqualTo(tick);
      assertThat(rest.quantity()).isCloseTo(order.quantity() * 3 / 4, within(1e-9));
      portfolio.take(report(fill(rest, tick + 1_000, rest.quantity())));
      portfolio.passes(close(2));
      assertThat(portfolio.timestamps()).containsExactly(tick, close(2));
      assertThat(portfolio.outputs().get(1).orders())
          .extracting(OrderRow::time, OrderRow::status)
          .containsExactly(tuple(tick, "FILLED"));
      assertThat(portfolio.late()).isEmpty();
      assertThat(portfolio.keysWith("waiting")).isZero();
    }
  }

  private static PortfolioInput report(ExchangeReport report) {
    return PortfolioInput.of(report, report.time());
  }

  private static PortfolioInput snapshotAt(long time) {
    return report(ExchangeReport.positions(time, 9, new PositionSnapshot(List.of(), List.of())));
  }

  private static ExchangeReport fill(OrderCommand order, long time, double quantity) {
    return ExchangeReport.fill(
        time, 1, order.orderId(), order.orderId() + time, quantity, 100, 0, 0);
  }

  private static ExchangeReport expired(OrderCommand order, long time) {
    return ExchangeReport.ended(ExchangeReport.Kind.EXPIRED, time, 2, order.orderId(), "");
  }

  private static long close(long i) {
    return START + i * HALF_DAY;
  }

  private static PortfolioInput bar(int symbol, int i, double price) {
    return PortfolioInput.of(TwoTimeframes.bar(symbol, Timeframe.H12, close(i), price));
  }

  /** What the pod that is called half wants of B; C has a bar and is not wanted. */
  private static PortfolioInput wish(int i, double target) {
    return PortfolioInput.of(
        new PodDecision(
            HALF,
            close(i),
            new double[] {target, 0},
            new boolean[] {true, true},
            new double[0],
            false,
            target,
            null,
            List.of(),
            List.of()));
  }
}
