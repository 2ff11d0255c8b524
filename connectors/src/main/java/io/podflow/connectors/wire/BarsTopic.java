package io.podflow.connectors.wire;

import io.podflow.api.Timeframe;
import io.podflow.connectors.csv.BarRules;
import java.util.Set;

/**
 * The topic {@code bars}: closed bars, funding rates, heartbeats with the time up to which both are
 * complete, and versions of the configuration, which take effect by their order among the bars.
 */
public final class BarsTopic extends JsonTopic<MarketMessage> {

  private final Set<String> symbols;

  /**
   * @param symbols names of the symbols that any pod trades; bars and rates of other symbols are
   *     refused
   */
  public BarsTopic(Set<String> symbols, WireLimits limits) {
    super("bars", limits);
    this.symbols = Set.copyOf(symbols);
  }

  @Override
  int largest(int others) {
    return Math.max(others, WireLimits.LARGEST_VERSION);
  }

  @Override
  int largest(MarketMessage message, int others) {
    return message.kind() == MarketMessage.Kind.VERSION ? largest(others) : others;
  }

  @Override
  KeyWriter write(MarketMessage message) {
    KeyWriter out = KeyWriter.message(label(message.kind()));
    return switch (message.kind()) {
      case HEARTBEAT -> out.time("time", message.time());
      case BAR -> figures(out, message);
      case HISTORY -> figures(out.text("version", message.version()), message);
      case FUNDING ->
          out.text("symbol", message.symbol())
              .time("time", message.time())
              .number("rate", message.rate());
      case VERSION -> version(out, message).text("yaml", message.yaml());
    };
  }

  private static KeyWriter version(KeyWriter out, MarketMessage message) {
    out.text("version", message.version())
        .time("effective", message.time())
        .whole("history", message.history());
    return message.readTo() == MarketMessage.NOT_TOLD
        ? out
        : out.whole("read_to", message.readTo());
  }

  private static KeyWriter figures(KeyWriter out, MarketMessage message) {
    return out.text("symbol", message.symbol())
        .text("timeframe", message.timeframe().label())
        .time("open_time", message.time())
        .number("open", message.open())
        .number("high", message.high())
        .number("low", message.low())
        .number("close", message.close())
        .number("volume", message.volume());
  }

  @Override
  MarketMessage read(KeyReader in, long latest) {
    return switch (in.choice(TYPE_KEY, MarketMessage.Kind.values(), JsonTopic::label)) {
      case HEARTBEAT -> MarketMessage.heartbeat(in.timeUntil("time", latest));
      case BAR -> bar(in, latest);
      case HISTORY -> {
        String version = in.id("version");
        yield bar(in, latest).historyOf(version);
      }
      case FUNDING -> funding(in, latest);
      case VERSION -> version(in);
    };
  }

  private MarketMessage funding(KeyReader in, long latest) {
    String symbol = symbol(in);
    long time = in.timeUntil("time", latest);
    // turns -0 into 0
    double rate = in.number("rate") + 0.0;
    in.require(Math.abs(rate) < 1, "rate", "a fraction between -1 and 1");
    return MarketMessage.funding(symbol, time, rate);
  }

  private String symbol(KeyReader in) {
    String symbol = in.id("symbol");
    in.require(symbols.contains(symbol), "symbol", "one that a pod trades");
    return symbol;
  }

  private static MarketMessage version(KeyReader in) {
    String id = in.id("version");
    long effective = in.time("effective");
    int history = in.whole("history", 0, Integer.MAX_VALUE);
    long readTo = in.has("read_to") ? in.large("read_to") : MarketMessage.NOT_TOLD;
    String yaml = in.text("yaml");
    in.require(!yaml.isBlank(), "yaml", "not empty");
    return MarketMessage.version(id, effective, history, yaml, readTo);
  }

  private MarketMessage bar(KeyReader in, long latest) {
    String symbol = symbol(in);
    Timeframe timeframe = in.choice("timeframe", Timeframe.values(), Timeframe::label);
    long openTime = in.time("open_time");
    in.require(timeframe.closesAt(openTime), "open_time", "the open of a " + timeframe + " bar");
    in.require(
        timeframe.closeOf(openTime) <= latest,
        "open_time",
        "the open of a " + timeframe + " bar that closes by " + WireTimes.text(latest));
    double open = in.number("open");
    double high = in.number("high");
    double low = in.number("low");
    double close = in.number("close");
    // turns -0 into 0
    double volume = in.number("volume") + 0.0;
    String broken = BarRules.broken(open, high, low, close, volume);
    if (broken != null) {
      throw new PayloadRefusal(broken);
    }
    return MarketMessage.bar(symbol, timeframe, openTime, open, high, low, close, volume);
  }
}
