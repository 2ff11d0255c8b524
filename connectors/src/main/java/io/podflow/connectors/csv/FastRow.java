package io.podflow.connectors.csv;

/**
 * The fast parser for a row in the usual form: plain decimals, and a time such as {@code
 * 2020-01-01T00:00:00Z}, the same time with a blank in place of {@code T}, without a zone or with
 * {@code +00:00}, a date alone, or an integer since the epoch. {@link RowText} parses all other
 * rows, right or wrong. A number is exact to the last bit: integers up to 2^53 and powers of ten up
 * to 10^22 are doubles, so one division rounds once (Clinger 1990).
 */
final class FastRow {

  /** Bytes beyond the end of a line that the parser may read. */
  static final int SLACK = 32;

  private static final int MAX_DIGITS = 18;
  private static final long MAX_EXACT = 1L << 53;
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18
  };

  private final int[] roles;
  private final byte delimiter;
  private final double[] values = new double[5];
  private final CivilDay day = new CivilDay();
  private long openTime;
  private int at;

  FastRow(int[] roles) {
    this(roles, ',');
  }

  FastRow(int[] roles, char delimiter) {
    this.roles = roles;
    this.delimiter = (byte) delimiter;
  }

  long openTime() {
    return openTime;
  }

  double value(int role) {
    return values[role];
  }

  void copyTo(double[] figures) {
    System.arraycopy(values, 0, figures, 0, values.length);
  }

  /**
   * Reads the row that starts at {@code from} and ends with a line feed.
   *
   * @return index of the start of the next line, or -1 when {@link RowText} must parse the row
   */
  int parse(byte[] bytes, int from) {
    at = from;
    byte separator = delimiter;
    int last = roles.length - 1;
    for (int i = 0; i <= last; i++) {
      if (!field(bytes, roles[i], separator)) {
        return -1;
      }
      byte end = bytes[at++];
      if (i < last ? end != separator : end != '\n' && !(end == '\r' && bytes[at++] == '\n')) {
        return -1;
      }
    }
    return sound() ? at : -1;
  }

  private boolean field(byte[] bytes, int role, byte separator) {
    if (role < Columns.TIMESTAMP) {
      return number(bytes, role);
    }
    if (role == Columns.TIMESTAMP) {
      return time(bytes);
    }
    return role == Columns.SKIPPED && skip(bytes, separator);
  }

  private boolean number(byte[] bytes, int role) {
    int i = at;
    int start = i;
    long digits = 0;
    int scale = 0;
    int digit;
    while ((digit = (bytes[i] - '0') & 0xff) <= 9) {
      digits = digits * 10 + digit;
      i++;
    }
    int count = i - start;
    if (bytes[i] == '.') {
      start = ++i;
      while ((digit = (bytes[i] - '0') & 0xff) <= 9) {
        digits = digits * 10 + digit;
        i++;
      }
      scale = i - start;
      count += scale;
    }
    at = i;
    if (count == 0 || count > MAX_DIGITS || digits > MAX_EXACT) {
      return false;
    }
    values[role] = scale == 0 ? digits : digits / POWERS[scale];
    return true;
  }

  private boolean time(byte[] bytes) {
    int i = at;
    if (bytes[i + 4] != '-') {
      return sinceEpoch(bytes);
    }
    if (bytes[i + 7] != '-') {
      return false;
    }
    int century = pair(bytes, i);
    int year = pair(bytes, i + 2);
    int month = pair(bytes, i + 5);
    int dayOfMonth = pair(bytes, i + 8);
    if ((century | year | month | dayOfMonth) < 0
        || !day.move(century * 100 + year, month, dayOfMonth)) {
      return false;
    }
    byte between = bytes[i + 10];
    if (between != 'T' && between != ' ') {
      at = i + 10;
      openTime = day.startMillis();
      return true;
    }
    return timeOfDay(bytes, i);
  }

  private boolean timeOfDay(byte[] bytes, int i) {
    if (bytes[i + 13] != ':' || bytes[i + 16] != ':') {
      return false;
    }
    int hour = pair(bytes, i + 11);
    int minute = pair(bytes, i + 14);
    int second = pair(bytes, i + 17);
    if ((hour | minute | second) < 0 || hour > 23 || minute > 59 || second > 59) {
      return false;
    }
    at = i + 19;
    if (bytes[at] == 'Z') {
      at++;
    } else if (bytes[at] == '+') {
      if (bytes[i + 22] != ':' || (pair(bytes, i + 20) | pair(bytes, i + 23)) != 0) {
        return false;
      }
      at = i + 25;
    }
    openTime = day.startMillis() + (hour * 3_600L + minute * 60L + second) * 1_000L;
    return true;
  }

  /** Only whole milliseconds; eight digits may be a date and are left to {@link RowText}. */
  private boolean sinceEpoch(byte[] bytes) {
    int i = at;
    long digits = 0;
    int digit;
    while ((digit = (bytes[i] - '0') & 0xff) <= 9) {
      digits = digits * 10 + digit;
      i++;
    }
    int count = i - at;
    at = i;
    if (count < 9 || count > 19 || digits < 0) {
      return false;
    }
    if (digits < Timestamps.BELOW_SECONDS) {
      openTime = digits * 1_000;
      return true;
    }
    long perMilli = 1;
    if (digits >= Timestamps.BELOW_MILLIS) {
      perMilli = digits < Timestamps.BELOW_MICROS ? 1_000 : 1_000_000;
    }
    openTime = digits / perMilli;
    return openTime * perMilli == digits;
  }

  private static int pair(byte[] bytes, int i) {
    int tens = bytes[i] - '0';
    int ones = bytes[i + 1] - '0';
    return (tens | ones) < 0 || tens > 9 || ones > 9 ? -1 : tens * 10 + ones;
  }

  private boolean skip(byte[] bytes, byte separator) {
    while (bytes[at] != separator && bytes[at] != '\n') {
      if (bytes[at++] == '"') {
        return false;
      }
    }
    if (bytes[at] == '\n' && bytes[at - 1] == '\r') {
      at--;
    }
    return true;
  }

  private boolean sound() {
    double low = values[Columns.LOW];
    double high = values[Columns.HIGH];
    return low > 0
        && low <= values[Columns.OPEN]
        && low <= values[Columns.CLOSE]
        && high >= values[Columns.OPEN]
        && high >= values[Columns.CLOSE];
  }
}
