package io.podflow.live.client;

import io.podflow.connectors.wire.ConfigMessage;
import java.util.List;
import java.util.OptionalLong;

/**
 * From when on a job trades, as its topic of configurations has it (decision LV1). A job says it
 * with each version. One of before did not; but the first version that it told after a start holds
 * from there.
 */
public final class TradingBegin {

  /** Beginning of the ids of files that jobs were started with. */
  public static final String OF_A_START = "start";

  private TradingBegin() {}

  /**
   * The begin of the job that has published last, epoch milliseconds UTC.
   *
   * @param published all that lies on the topic, in its order
   * @return empty when there is nothing, or when it cannot be told from messages without a begin
   */
  public static OptionalLong of(List<ConfigMessage> published) {
    if (published.isEmpty()) {
      return OptionalLong.empty();
    }
    long told = published.get(published.size() - 1).begin();
    return told == ConfigMessage.NOT_TOLD ? ofLastStart(published) : OptionalLong.of(told);
  }

  /**
   * After a start all versions are told again, each from a later close than the one before. A file
   * in the middle is one that a job was resumed with, or the first of a job that began anew: which
   * of them, nothing tells.
   */
  private static OptionalLong ofLastStart(List<ConfigMessage> published) {
    long begin = ConfigMessage.NOT_TOLD;
    long last = Long.MAX_VALUE;
    boolean ambiguous = false;
    for (ConfigMessage message : published) {
      boolean first = message.effective() <= last;
      begin = first ? message.effective() : begin;
      ambiguous = !first && (ambiguous || message.version().startsWith(OF_A_START));
      last = message.effective();
    }
    return ambiguous ? OptionalLong.empty() : OptionalLong.of(begin);
  }
}
