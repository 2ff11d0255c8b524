package io.podflow.savepoints.table;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One field of the state with its value.
 *
 * @param part operator that holds it
 * @param pod id, empty where it is of no pod
 * @param symbol empty where it is of no symbol
 * @param field names from the entry down, joined by dots
 * @param value text, number, flag, array of doubles, longs or texts, or null
 */
public record Leaf(String part, String pod, String symbol, String field, @Nullable Object value) {

  /** Where it is, without its value. */
  public String place() {
    return String.join("\0", part, pod, symbol, field);
  }

  /** Whether another value is the same to the last bit. */
  public boolean hasValueOf(Leaf other) {
    return Objects.deepEquals(value, other.value);
  }

  /** The value as it stands in a cell. */
  public @Nullable Object cell() {
    if (value instanceof double[] numbers) {
      return Arrays.toString(numbers);
    }
    if (value instanceof long[] numbers) {
      return Arrays.toString(numbers);
    }
    if (value instanceof Object[] texts) {
      return Arrays.toString(texts);
    }
    return value instanceof Double number && !Double.isFinite(number) ? number.toString() : value;
  }
}
