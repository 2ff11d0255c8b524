package io.podflow.domain.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podflow.api.Bar;
import io.podflow.api.Timeframe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Buckets against a grouping of the rows by the close of their period. */
@Tag("J2")
class BucketAggregationProperties {

  private static final Timeframe SOURCE = Timeframe.H1;

  private record Row(
      long openTime, double open, double high, double low, double close, double volume) {}

  @Property(tries = 200)
  void bucketsAreTheRowsGroupedByPeriod(@ForAll("rows") List<Row> rows) {
    for (Timeframe timeframe : List.of(Timeframe.H1, Timeframe.H3, Timeframe.H12, Timeframe.D1)) {
      assertThat(aggregated(rows, timeframe)).isEqualTo(grouped(rows, timeframe));
    }
  }

  @Property(tries = 200)
  void aBucketIsClosedByTheFirstRowOfALaterPeriodAndNoEarlier(@ForAll("rows") List<Row> rows) {
    BucketAggregation aggregation = new BucketAggregation(0, SOURCE, Timeframe.H6);
    long period = Long.MIN_VALUE;
    for (Row row : rows) {
      long next = Timeframe.H6.closeOf(row.openTime());
      Bucket ended = add(aggregation, row);
      assertThat(ended != null).isEqualTo(period != Long.MIN_VALUE && next != period);
      assertThat(ended == null || ended.bar().closeTime() <= row.openTime()).isTrue();
      period = next;
    }
  }

  @Property(tries = 200)
  void noBucketHasMoreRowsThanItsPeriodHolds(@ForAll("rows") List<Row> rows) {
    assertThat(aggregated(rows, Timeframe.H12))
        .allSatisfy(
            bucket -> {
              assertThat(bucket.expectedBars()).isEqualTo(12);
              assertThat(bucket.sourceBars()).isBetween(1, 12);
              assertThat(bucket.hasGaps()).isEqualTo(bucket.sourceBars() < 12);
            });
  }

  @Example
  void rejectsARowOfABucketThatHasEnded() {
    BucketAggregation aggregation = new BucketAggregation(0, SOURCE, Timeframe.H2);
    aggregation.add(SOURCE.millis() * 4, 1, 1, 1, 1, 0);
    assertThatThrownBy(() -> aggregation.add(SOURCE.millis() * 3, 1, 1, 1, 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("before the open bucket");
  }

  @Example
  void rejectsATimeframeThatIsNoMultipleOfTheSource() {
    assertThatThrownBy(() -> new BucketAggregation(0, Timeframe.H2, Timeframe.H3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bars of 3h from rows of 2h (expected: a multiple)");
    assertThatThrownBy(() -> new BucketAggregation(0, Timeframe.D1, Timeframe.H12))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void withoutARowThereIsNothingToTake() {
    assertThat(new BucketAggregation(0, SOURCE, Timeframe.D1).take()).isNull();
  }

  private static List<Bucket> aggregated(List<Row> rows, Timeframe timeframe) {
    BucketAggregation aggregation = new BucketAggregation(7, SOURCE, timeframe);
    List<Bucket> buckets = new ArrayList<>();
    for (Row row : rows) {
      Bucket ended = add(aggregation, row);
      if (ended != null) {
        buckets.add(ended);
      }
    }
    Bucket last = aggregation.take();
    if (last != null) {
      buckets.add(last);
    }
    return buckets;
  }

  private static @Nullable Bucket add(BucketAggregation aggregation, Row row) {
    return aggregation.add(
        row.openTime(), row.open(), row.high(), row.low(), row.close(), row.volume());
  }

  private static List<Bucket> grouped(List<Row> rows, Timeframe timeframe) {
    Map<Long, List<Row>> periods = new TreeMap<>();
    for (Row row : rows) {
      long close =
          row.openTime() - Math.floorMod(row.openTime(), timeframe.millis()) + timeframe.millis();
      periods.computeIfAbsent(close, any -> new ArrayList<>()).add(row);
    }
    return periods.entrySet().stream()
        .map(period -> bucket(timeframe, period.getKey(), period.getValue()))
        .toList();
  }

  private static Bucket bucket(Timeframe timeframe, long close, List<Row> rows) {
    double volume = 0;
    for (Row row : rows) {
      volume += row.volume();
    }
    Bar bar =
        new Bar(
            7,
            timeframe,
            close,
            rows.get(0).open(),
            rows.stream().mapToDouble(Row::high).max().orElseThrow(),
            rows.stream().mapToDouble(Row::low).min().orElseThrow(),
            rows.get(rows.size() - 1).close(),
            volume);
    return new Bucket(bar, rows.size(), (int) (timeframe.millis() / SOURCE.millis()));
  }

  @Provide
  Arbitrary<List<Row>> rows() {
    Arbitrary<Double> price = Arbitraries.doubles().between(1, 100).ofScale(2);
    Arbitrary<Integer> step =
        Arbitraries.frequencyOf(
            Tuple.of(8, Arbitraries.just(1)), Tuple.of(2, Arbitraries.integers().between(2, 40)));
    return Combinators.combine(step, price, price, price)
        .as((hours, a, b, c) -> new double[] {hours, a, b, c})
        .list()
        .ofMaxSize(80)
        .map(BucketAggregationProperties::rows);
  }

  private static List<Row> rows(List<double[]> steps) {
    List<Row> rows = new ArrayList<>();
    long hour = -17;
    for (double[] step : steps) {
      hour += (long) step[0];
      double high = Math.max(step[1], Math.max(step[2], step[3]));
      double low = Math.min(step[1], Math.min(step[2], step[3]));
      rows.add(new Row(hour * SOURCE.millis(), step[1], high, low, step[2], step[3]));
    }
    return rows;
  }
}
