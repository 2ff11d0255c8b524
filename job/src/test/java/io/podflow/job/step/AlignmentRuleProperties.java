package io.podflow.job.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Held against the plainest account of what belongs to a close: a filter over all inputs. */
class AlignmentRuleProperties {

  private static final int KEY = 0;
  private static final long HORIZON = 150;

  @Property(tries = 300)
  @Tag("B12")
  @Tag("J3")
  void arrivalOrderNeverMatters(
      @ForAll @Size(min = 1, max = 30) List<@LongRange(max = 99) Long> inputs,
      @ForAll @LongRange(min = 1, max = 60) long step,
      @ForAll long seed) {
    List<Long> all = withoutThirteen(inputs);
    Told told = new Told();
    AlignedKeys<Long, ?, String> keys = keys(told);
    Random random = new Random(seed);
    for (long from = 0; from < 100; from += step) {
      long until = from + step;
      List<Long> batch =
          new ArrayList<>(all.stream().filter(i -> i >= until - step && i < until).toList());
      Collections.shuffle(batch, random);
      batch.forEach(input -> keys.take(KEY, input));
      keys.advance(until - until % 10);
    }
    keys.advance(Alignment.END);
    assertThat(told.decided).isEqualTo(expected(all));
    assertThat(told.late).isEmpty();
    assertThat(keys.all()).allMatch(key -> key.waiting().isEmpty() && key.wakes().isEmpty());
  }

  @Property(tries = 300)
  @Tag("J3")
  void sortedInputGivesTheSame(
      @ForAll @Size(min = 1, max = 30) List<@LongRange(max = 99) Long> inputs) {
    List<Long> all = withoutThirteen(inputs);
    Told told = new Told();
    TensStep toy = new TensStep(HORIZON, true);
    SortedAlignment<Long, ?, String> keys = new SortedAlignment<>(toy, new Alignment<>(toy, told));
    all.stream().sorted().forEach(input -> keys.take(KEY, input));
    keys.end(KEY);
    keys.end(KEY);
    assertThat(told.decided).isEqualTo(expected(all));
  }

  @Property(tries = 300)
  @Tag("J2")
  void whatIsNotHandedOverIsNamed(
      @ForAll @Size(min = 1, max = 30) List<@LongRange(max = 99) Long> inputs) {
    List<Long> all = withoutThirteen(inputs);
    Told told = new Told();
    AlignedKeys<Long, ?, String> keys = keys(told);
    long passed = Long.MIN_VALUE;
    List<String> late = new ArrayList<>();
    List<Long> inTime = new ArrayList<>();
    for (Long input : all) {
      long close = (input / 10 + 1) * 10;
      if (close <= passed) {
        late.add("late " + input + " of " + close);
      } else {
        inTime.add(input);
      }
      keys.take(KEY, input);
      keys.advance(close);
      passed = Math.max(passed, close);
    }
    keys.advance(Alignment.END);
    assertThat(told.late).isEqualTo(late);
    assertThat(told.decided).isEqualTo(expected(inTime));
  }

  private static AlignedKeys<Long, ?, String> keys(Told told) {
    return new AlignedKeys<>(new Alignment<>(new TensStep(HORIZON, true), told));
  }

  private static List<Long> withoutThirteen(List<Long> inputs) {
    return inputs.stream().map(input -> input == 13 ? 14 : input).toList();
  }

  /** Every ten from the first input on has what lies in it. */
  private static List<String> expected(List<Long> inputs) {
    List<String> expected = new ArrayList<>();
    long first = Collections.min(inputs) / 10 * 10 + 10;
    for (long close = first; close <= HORIZON; close += 10) {
      long end = close;
      List<Long> set = inputs.stream().filter(i -> i < end && i >= end - 10).sorted().toList();
      expected.add(close + ":[]" + set);
    }
    expected.add("end");
    return expected;
  }
}
