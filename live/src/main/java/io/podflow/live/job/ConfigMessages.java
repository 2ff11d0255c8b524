package io.podflow.live.job;

import io.podflow.connectors.wire.ConfigMessage;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.MarketItem;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Versions of the configuration whose close is known, as they lie on their topic. */
final class ConfigMessages implements FlatMapFunction<MarketItem, ConfigMessage> {

  private static final long serialVersionUID = 1L;

  private final long begin;

  /**
   * @param begin of trading, told with each version; the first one holds from it; epoch
   *     milliseconds UTC
   */
  ConfigMessages(long begin) {
    this.begin = begin;
  }

  @Override
  public void flatMap(MarketItem item, Collector<ConfigMessage> out) {
    ConfigVersion version = item.version();
    if (version != null && version.effective() != ConfigVersion.OPEN) {
      long effective = Math.max(begin, version.effective());
      out.collect(new ConfigMessage(version.id(), effective, version.yaml(), begin));
    }
  }
}
