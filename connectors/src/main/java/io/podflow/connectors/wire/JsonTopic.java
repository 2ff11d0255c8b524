package io.podflow.connectors.wire;

import io.podflow.domain.execution.Side;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The format of all topics: one JSON object with a version; unknown keys are ignored and told. */
abstract class JsonTopic<T> implements WireTopic<T> {

  static final String VERSION_KEY = "v";
  static final String TYPE_KEY = "type";
  static final int VERSION = 1;

  private final String name;
  private final WireLimits limits;

  JsonTopic(String name, WireLimits limits) {
    this.name = name;
    this.limits = limits;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final byte[] encode(T message) {
    return write(message).bytes();
  }

  @Override
  public final Decoded<T> decode(byte @Nullable [] payload, long now) {
    try {
      KeyReader in = new KeyReader(JsonPayload.parse(payload, largest(limits.maxBytes())), "");
      in.whole(VERSION_KEY, VERSION, VERSION);
      T message = read(in, limits.latest(now));
      JsonPayload.requireSize(payload, largest(message, limits.maxBytes()));
      return new Decoded.Message<>(message, in.unknown());
    } catch (PayloadRefusal refusal) {
      return new Decoded.Refused<>(refusal.reason());
    }
  }

  /**
   * Largest payload of the topic, bytes: a larger one is refused unparsed.
   *
   * @param others that of a message without a configuration
   */
  int largest(int others) {
    return others;
  }

  /** Largest payload of a message like this one, bytes. */
  int largest(T message, int others) {
    return largest(others);
  }

  abstract KeyWriter write(T message);

  /**
   * Reads and checks all keys but the version.
   *
   * @param latest time that a past event may have, epoch milliseconds UTC
   */
  abstract T read(KeyReader in, long latest);

  /** Checks the key {@code type}, for a topic with only one type. */
  static void type(KeyReader in, String type) {
    in.choice(TYPE_KEY, new String[] {type}, text -> text);
  }

  /** The quantity of the keys {@code side} and {@code quantity}, negative for a sale. */
  static double signedQuantity(KeyReader in) {
    Side side = in.choice("side", Side.values(), Side::name);
    double quantity = in.positive("quantity");
    return side == Side.BUY ? quantity : -quantity;
  }

  /** A constant as written on the wire. */
  static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
