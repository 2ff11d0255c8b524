package io.podflow.job.operator;

import static io.podflow.job.testing.Versions.ONE;
import static io.podflow.job.testing.Versions.TWO;
import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import io.podflow.job.engine.RunScope;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.KeyNotice;
import io.podflow.job.state.PortfolioInput;
import io.podflow.job.state.StateTypes;
import io.podflow.job.step.PodSetStep;
import io.podflow.job.step.PortfolioSetStep;
import io.podflow.job.testing.RandomPortfolio;
import io.podflow.job.testing.Versions;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A version with a pod of half days comes to a portfolio of days, between two bars. */
@Tag("G1")
class VersionAlignmentTest {

  private static final long DAY = Timeframe.D1.millis();
  private static final String HALF_DAYS = TWO.replace("{", "{timeframe: 12H, ");

  private final RunScope scope = RandomPortfolio.scope(Versions.settings(ONE), 30);
  private final long from = scope.window().from();
  private final long noon = from + DAY + DAY / 2;
  private final ConfigVersion version =
      ConfigVersion.of(
          "v2", noon, 0, Versions.first(ONE, HALF_DAYS).yaml(), scope.layout().lineage());

  @Test
  void thePortfolioRunsAtTheClosesOfItsNewClockAlsoWithoutBars() throws Exception {
    var operator =
        new AlignmentOperator<>(new PortfolioSetStep(scope), StateTypes.portfolio(), false);
    try (var portfolio =
        new KeyedTwoInputStreamOperatorTestHarness<
            Integer, PortfolioInput, KeyNotice, PortfolioDecision>(
            operator, input -> 0, KeyNotice::key, Types.INT)) {
      portfolio.open();
      Bar bar = new Bar(0, Timeframe.D1, from + DAY, 1, 1, 1, 1, 1);
      portfolio.processElement1(new StreamRecord<>(PortfolioInput.of(bar), bar.closeTime()));
      portfolio.processBothWatermarks(new Watermark(from + DAY));
      portfolio.processElement2(new StreamRecord<>(KeyNotice.of(0, version), from + DAY));
      portfolio.processBothWatermarks(new Watermark(from + 3 * DAY));
      assertThat(portfolio.extractOutputValues())
          .extracting(PortfolioDecision::closeTime)
          .containsExactly(from + DAY, noon, from + 2 * DAY, noon + DAY, from + 3 * DAY);
    }
  }

  @Test
  void aPodOfDaysDoesNothingAtACloseThatIsNotItsOwn() throws Exception {
    var operator = new AlignmentOperator<>(new PodSetStep(scope), StateTypes.pod(), false);
    try (var pods =
        new KeyedTwoInputStreamOperatorTestHarness<Integer, AssetUpdate, KeyNotice, PodDecision>(
            operator, AssetUpdate::pod, KeyNotice::key, Types.INT)) {
      pods.open();
      AssetUpdate update =
          new AssetUpdate(0, 0, from + DAY, 1, 1, 1, 1, 0, 1, "", 1, 0, 0, 0, Double.NaN);
      pods.processElement1(new StreamRecord<>(update, from + DAY));
      pods.processBothWatermarks(new Watermark(from + DAY));
      pods.processElement2(new StreamRecord<>(KeyNotice.of(0, version), from + DAY));
      pods.processBothWatermarks(new Watermark(from + 2 * DAY));
      assertThat(pods.extractOutputValues())
          .extracting(PodDecision::closeTime)
          .containsExactly(from + DAY, from + 2 * DAY);
    }
  }

  /** Its history is of closes that are over, and other closes may come in between. */
  @Test
  @Tag("L5")
  void aPodToComeTakesItsWholeHistoryAtItsFirstClose() throws Exception {
    var operator = new AlignmentOperator<>(new PodSetStep(scope), StateTypes.pod(), false);
    try (var pods =
        new KeyedTwoInputStreamOperatorTestHarness<Integer, AssetUpdate, KeyNotice, PodDecision>(
            operator, AssetUpdate::pod, KeyNotice::key, Types.INT)) {
      pods.open();
      ConfigVersion open = version.from(ConfigVersion.OPEN);
      pods.processElement2(new StreamRecord<>(KeyNotice.of(1, open), from));
      pods.processBothWatermarks(new Watermark(from + 2 * DAY));
      pods.processElement1(new StreamRecord<>(ofNext(from + DAY / 2), from));
      pods.processBothWatermarks(new Watermark(from + 3 * DAY));
      pods.processElement1(new StreamRecord<>(ofNext(from + DAY), from));
      long begins = from + 3 * DAY + DAY / 2;
      pods.processElement2(new StreamRecord<>(KeyNotice.of(1, version.from(begins)), from));
      pods.processElement1(new StreamRecord<>(ofNext(begins), from));
      pods.processBothWatermarks(new Watermark(begins));
      assertThat(pods.getSideOutput(LateInputs.TAG)).isNull();
      assertThat(pods.extractOutputValues())
          .extracting(PodDecision::closeTime)
          .containsExactly(begins);
      assertThat(pods.numEventTimeTimers()).as("its next close, and the end").isEqualTo(2);
    }
  }

  private static AssetUpdate ofNext(long close) {
    return new AssetUpdate(1, 0, close, 1, 1, 1, 1, 0, 1, "", 1, 0, 0, 0, Double.NaN);
  }
}
