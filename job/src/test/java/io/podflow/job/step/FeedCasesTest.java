package io.podflow.job.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podflow.api.Timeframe;
import io.podflow.domain.market.FundingRate;
import io.podflow.domain.market.MarketRow;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.FeedItem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedCasesTest {

  private static final MarketRow ROW = new MarketRow(0, Timeframe.H1, 0, 1, 1, 1, 1, 1);

  private final List<String> told = new ArrayList<>();

  private final FeedCases cases =
      new FeedCases() {
        @Override
        public void onRow(MarketRow row) {
          told.add("row");
        }

        @Override
        public void onBeat(long time) {
          told.add("beat " + time);
        }

        @Override
        public void onVersion(ConfigVersion version) {
          told.add("version " + version.id());
        }

        @Override
        public void onHistory(MarketRow row) {
          told.add("history");
        }

        @Override
        public void onRate(FundingRate rate) {
          told.add("rate " + rate.symbol());
        }

        @Override
        public void onFault(String what) {
          told.add("fault " + what);
        }
      };

  @Test
  void everyKindIsHandedOverAsWhatItIs() {
    FeedCases.of(FeedItem.of(ROW), cases);
    FeedCases.of(FeedItem.beat(7), cases);
    FeedCases.of(FeedItem.of(ConfigVersion.first("v1", "")), cases);
    FeedCases.of(FeedItem.history(ROW), cases);
    FeedCases.of(FeedItem.of(new FundingRate("A", 1, 0.1)), cases);
    FeedCases.of(FeedItem.fault("too long"), cases);
    assertThat(told)
        .containsExactly("row", "beat 7", "version v1", "history", "rate A", "fault too long");
  }

  @Test
  void whatIsOfNoKindIsRefused() {
    FeedItem nothing = new FeedItem(null, FeedItem.NO_BEAT, null, null, null, null);
    assertThatThrownBy(() -> FeedCases.of(nothing, cases))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no kind");
  }
}
