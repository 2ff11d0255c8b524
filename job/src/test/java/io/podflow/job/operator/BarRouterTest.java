package io.podflow.job.operator;

import static io.podflow.job.operator.TwoTimeframes.A;
import static io.podflow.job.operator.TwoTimeframes.B;
import static io.podflow.job.operator.TwoTimeframes.C;
import static io.podflow.job.operator.TwoTimeframes.DAY;
import static io.podflow.job.operator.TwoTimeframes.HALF_DAY;
import static io.podflow.job.operator.TwoTimeframes.START;
import static io.podflow.job.operator.TwoTimeframes.bar;
import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.Severity;
import io.podflow.domain.market.MarketRecord;
import io.podflow.job.state.PodBar;
import io.podflow.job.state.PortfolioInput;
import io.podflow.job.step.Routes;
import java.util.List;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BarRouterTest {

  private OneInputStreamOperatorTestHarness<MarketRecord, PodBar> router;

  @BeforeEach
  void open() throws Exception {
    router =
        ProcessFunctionTestHarnesses.forProcessFunction(new BarRouter(TwoTimeframes.scope(10), 0));
  }

  @AfterEach
  void close() throws Exception {
    router.close();
  }

  @Test
  void aBarTakesTheSeatsOfPodsOfItsTimeframe() throws Exception {
    Bar halfDay = bar(B, Timeframe.H12, START + HALF_DAY, 1);
    Bar day = bar(B, Timeframe.D1, START + DAY, 2);
    take(halfDay, day);
    assertThat(router.extractOutputValues())
        .containsExactly(
            PodBar.of(Routes.asset(1, 1), 1, 0, halfDay),
            PodBar.of(Routes.asset(2, 1), 2, 1, halfDay),
            PodBar.of(Routes.asset(0, 1), 0, 1, day));
    assertThat(Routes.asset(1, 1)).isEqualTo(65_537);
  }

  @Test
  void aBarThatNobodyTradesGoesNowhere() throws Exception {
    take(bar(A, Timeframe.H12, START + HALF_DAY, 1), bar(C, Timeframe.D1, START + DAY, 1));
    assertThat(router.extractOutputValues()).isEmpty();
    assertThat(side(BarRouter.FILL_BARS)).isEmpty();
  }

  @Test
  void symbolsFillOnTheirFinestTimeframe() throws Exception {
    Bar daily = bar(A, Timeframe.D1, START + DAY, 1);
    Bar halfDay = bar(B, Timeframe.H12, START + DAY, 2);
    take(daily, bar(B, Timeframe.D1, START + DAY, 3), halfDay);
    assertThat(side(BarRouter.FILL_BARS))
        .containsExactly(PortfolioInput.of(daily), PortfolioInput.of(halfDay));
  }

  @Test
  @Tag("EV4")
  void barsOfTheWarmUpReachThePodsAndThePortfolioOnlyThoseThatEndADay() throws Exception {
    Bar last = bar(C, Timeframe.H12, START, 1);
    Bar first = bar(C, Timeframe.H12, START + HALF_DAY, 2);
    take(bar(C, Timeframe.H12, START - HALF_DAY, 3), last, first);
    assertThat(router.extractOutputValues()).hasSize(6);
    assertThat(side(BarRouter.FILL_BARS))
        .containsExactly(PortfolioInput.of(last), PortfolioInput.of(first));
  }

  @Test
  void eventsGoStraightToTheRecord() throws Exception {
    Event event = Event.data(START, "", "C/U", Severity.WARNING, "a gap");
    router.processElement(MarketRecord.of(event), event.time());
    assertThat(side(BarRouter.DATA_EVENTS)).containsExactly(event);
    assertThat(router.extractOutputValues()).isEmpty();
    assertThat(bars()).isZero();
  }

  @Test
  void barsAreCountedOnceHoweverManyTakeThem() throws Exception {
    take(bar(B, Timeframe.H12, START, 1), bar(A, Timeframe.H12, START, 1));
    assertThat(bars()).isEqualTo(2);
  }

  private void take(Bar... bars) throws Exception {
    for (Bar bar : bars) {
      router.processElement(MarketRecord.of(bar), bar.closeTime());
    }
  }

  private long bars() {
    return router
        .getOperator()
        .getRuntimeContext()
        .<Long, Long>getAccumulator(BarRouter.BARS)
        .getLocalValue();
  }

  private <T> List<T> side(OutputTag<T> tag) {
    var records = router.getSideOutput(tag);
    return records == null ? List.of() : records.stream().map(StreamRecord::getValue).toList();
  }
}
