package io.podflow.job.source;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/**
 * One watermark per bar close: the first record of a later close says that the earlier one is
 * complete. Right only for a source that emits in order, as {@link BarSourceReader} does; periodic
 * watermarks would add their interval to every decision.
 */
final class CloseWatermarks<T> implements WatermarkGenerator<T> {

  private long latest = Long.MIN_VALUE;

  @Override
  public void onEvent(T record, long closeTime, WatermarkOutput output) {
    if (closeTime > latest) {
      latest = closeTime;
      output.emitWatermark(new Watermark(closeTime - 1));
    }
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {}
}
