package io.podflow.job.source;

import io.podflow.domain.market.MarketRecord;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** The watermark strategy that goes with {@link BarSource}. */
public final class BarWatermarks {

  private BarWatermarks() {}

  /** Punctuated by bar closes; the source sets the timestamps. */
  public static WatermarkStrategy<MarketRecord> punctuated() {
    return WatermarkStrategy.forGenerator(context -> new CloseWatermarks<>());
  }
}
