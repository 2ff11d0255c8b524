package io.podflow.app.live;

import io.podflow.config.refusal.ExitCode;
import io.podflow.config.refusal.Refusal;
import io.podflow.connectors.wire.ConfigMessage;
import io.podflow.live.client.TradingBegin;
import io.podflow.live.kafka.Topics;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * From when on a job trades (decision LV1): a first start from the moment of the command or from
 * {@code --from}, every later one from where the first did, whatever the option says.
 *
 * @param time the first close after it is the first that is traded, epoch milliseconds UTC
 * @param sentence that says so
 */
record Begin(long time, String sentence) {

  /**
   * Of a job without state.
   *
   * @param asked {@code --from}, epoch milliseconds UTC; null when it was not given
   * @param published all versions on the topic of configurations
   * @throws Refusal if a job has been there already and nothing says what is meant
   */
  static Begin ofFirstStart(
      @Nullable Long asked, List<ConfigMessage> published, Instant now, Topics topics) {
    if (asked != null) {
      return new Begin(asked, trades(asked));
    }
    if (!published.isEmpty()) {
      OptionalLong before = TradingBegin.of(published);
      throw new Refusal(
          ExitCode.USAGE,
          "podflow: "
              + topics.config()
              + " has versions of a job that has traded here"
              + (before.isPresent()
                  ? " from " + Instant.ofEpochMilli(before.getAsLong()) + " on"
                  : "")
              + ": give --resume PATH to go on from its state, --from "
              + (before.isPresent() ? Instant.ofEpochMilli(before.getAsLong()) : FromOption.LABEL)
              + " to decide everything again from there, or --topics PREFIX for topics that are"
              + " new");
    }
    long begin = now.truncatedTo(ChronoUnit.SECONDS).toEpochMilli();
    return new Begin(
        begin,
        trades(begin) + "; --from DAY trades earlier ones, whose bars lie on " + topics.bars());
  }

  /**
   * Of a job that goes on from its state, or is alive.
   *
   * @param asked {@code --from}, epoch milliseconds UTC; null when it was not given
   * @param published all versions on the topic of configurations
   * @throws Refusal if neither says when the job began
   */
  static Begin ofLaterStart(@Nullable Long asked, List<ConfigMessage> published, Topics topics) {
    OptionalLong known = TradingBegin.of(published);
    if (known.isPresent()) {
      long begin = known.getAsLong();
      String ignored =
          asked == null || asked == begin
              ? ""
              : "--from " + Instant.ofEpochMilli(asked) + " is ignored: the job ";
      return new Begin(begin, ignored + trades(begin) + ", as since its first start");
    }
    if (asked == null) {
      throw new Refusal(
          ExitCode.USAGE,
          "podflow: "
              + topics.config()
              + " does not say from when on the job trades: give --from "
              + FromOption.LABEL
              + ", that of its first start");
    }
    return new Begin(asked, trades(asked));
  }

  private static String trades(long begin) {
    return "trades closes after " + Instant.ofEpochMilli(begin);
  }
}
