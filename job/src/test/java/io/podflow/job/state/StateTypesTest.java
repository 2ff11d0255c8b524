package io.podflow.job.state;

import io.podflow.domain.asset.AssetMemory;
import io.podflow.domain.asset.AssetUpdate;
import io.podflow.domain.indicator.AverageTrueRange;
import io.podflow.domain.indicator.ConvergenceDivergence;
import io.podflow.domain.indicator.DirectionalIndex;
import io.podflow.domain.indicator.ExponentialCross;
import io.podflow.domain.indicator.LastValues;
import io.podflow.domain.indicator.OnBalanceVolume;
import io.podflow.domain.indicator.RelativeStrength;
import io.podflow.domain.journal.Event;
import io.podflow.domain.market.MarketRecord;
import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.pod.PodState;
import io.podflow.domain.portfolio.PortfolioDecision;
import io.podflow.domain.portfolio.PortfolioState;
import org.apache.flink.types.PojoTestUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateTypesTest {

  @ParameterizedTest
  @Tag("J1")
  @ValueSource(
      classes = {
        MarketRecord.class,
        PodBar.class,
        AssetUpdate.class,
        PodDecision.class,
        PortfolioInput.class,
        PortfolioDecision.class,
        RunRecord.class,
        Event.class,
        AssetMemory.class,
        AverageTrueRange.class,
        ConvergenceDivergence.class,
        DirectionalIndex.class,
        ExponentialCross.class,
        LastValues.class,
        OnBalanceVolume.class,
        RelativeStrength.class,
        PodState.class,
        PortfolioState.class
      })
  void noTypeFallsBackToAGenericSerializer(Class<?> type) {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
  }
}
