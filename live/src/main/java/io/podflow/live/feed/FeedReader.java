package io.podflow.live.feed;

import io.podflow.connectors.wire.BarsTopic;
import io.podflow.connectors.wire.Decoded;
import io.podflow.connectors.wire.MarketMessage;
import io.podflow.connectors.wire.WireLimits;
import io.podflow.domain.market.FundingRate;
import io.podflow.domain.market.MarketRow;
import io.podflow.domain.market.Universe;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.FeedItem;
import io.podflow.job.version.VersionChain;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the topic of bars, from its beginning or from where a chain of versions was left. Names of
 * symbols become numbers: from here on nothing carries text. Which symbols there are is a matter of
 * the versions that lie among the bars.
 */
public final class FeedReader {

  private final VersionChain versions;
  private BarsTopic wire;
  private Universe universe;

  /**
   * @param versions with the one that holds first, at least; those that are read are added
   */
  public FeedReader(VersionChain versions) {
    this.versions = versions;
    this.universe = versions.universe();
    this.wire = wireOf(universe);
  }

  /**
   * What a record says.
   *
   * @param item null for one that is to be left out
   * @param refusal why it cannot be used, or null
   * @param unknownKeys keys that the topic does not have; they were ignored
   */
  public record Reading(
      @Nullable FeedItem item, @Nullable String refusal, List<String> unknownKeys) {

    public Reading {
      unknownKeys = List.copyOf(unknownKeys);
    }

    private Reading(@Nullable FeedItem item, @Nullable String refusal) {
      this(item, refusal, List.of());
    }

    private static Reading of(FeedItem item) {
      return new Reading(item, null);
    }
  }

  /**
   * Reads the next record.
   *
   * @param offset of the record on the topic
   * @param now epoch milliseconds UTC
   */
  public Reading read(byte @Nullable [] payload, long offset, long now) {
    Decoded<MarketMessage> decoded = wire.decode(payload, now);
    if (decoded instanceof Decoded.Refused<MarketMessage> refused) {
      return new Reading(null, refused.reason());
    }
    Decoded.Message<MarketMessage> read = (Decoded.Message<MarketMessage>) decoded;
    Reading reading = meaning(read.value(), offset);
    return new Reading(reading.item(), reading.refusal(), read.unknownKeys());
  }

  private Reading meaning(MarketMessage message, long offset) {
    return switch (message.kind()) {
      case HEARTBEAT -> Reading.of(FeedItem.beat(message.time()));
      case BAR -> Reading.of(FeedItem.of(row(message)));
      case FUNDING -> Reading.of(FeedItem.of(rate(message)));
      case HISTORY -> isOfTheLast(message) ? Reading.of(FeedItem.history(row(message))) : none();
      case VERSION -> isOvertaken(message, offset) ? overtaken(message, offset) : version(message);
    };
  }

  /**
   * Whether records came between those that the version's history was made from and the version:
   * its new pods would never see them. It goes by offsets alone, so that everybody who reads the
   * topic agrees.
   */
  private static boolean isOvertaken(MarketMessage message, long offset) {
    return message.readTo() != MarketMessage.NOT_TOLD && offset != message.readTo();
  }

  private static Reading overtaken(MarketMessage message, long offset) {
    return new Reading(
        null,
        "version "
            + message.version()
            + " was refused: its history was made from the records before "
            + message.readTo()
            + ", and it lies at "
            + offset
            + " (expected: no records between, send it anew with a new history)");
  }

  private Reading version(MarketMessage message) {
    VersionChain.Outcome outcome =
        versions.offer(message.version(), message.time(), message.history(), message.yaml());
    ConfigVersion accepted = outcome.version();
    if (accepted != null) {
      universe = versions.universe();
      wire = wireOf(universe);
      return Reading.of(FeedItem.of(accepted));
    }
    if (outcome.faults().isEmpty()) {
      return none();
    }
    String what = "version " + message.version() + " was refused: ";
    String faults = what + String.join("; ", outcome.faults());
    return new Reading(FeedItem.fault(faults), faults);
  }

  private boolean isOfTheLast(MarketMessage message) {
    return versions.last().id().equals(message.version());
  }

  private MarketRow row(MarketMessage message) {
    return row(message, universe);
  }

  static MarketRow row(MarketMessage message, Universe universe) {
    return new MarketRow(
        universe.indexOf(message.symbol()),
        message.timeframe(),
        message.time(),
        message.open(),
        message.high(),
        message.low(),
        message.close(),
        message.volume());
  }

  static FundingRate rate(MarketMessage message) {
    return new FundingRate(message.symbol(), message.time(), message.rate());
  }

  private static Reading none() {
    return new Reading(null, null);
  }

  private static BarsTopic wireOf(Universe universe) {
    return new BarsTopic(Set.copyOf(universe.symbols()), WireLimits.DEFAULT);
  }
}
