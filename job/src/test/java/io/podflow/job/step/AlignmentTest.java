package io.podflow.job.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podflow.domain.layout.Lineage;
import io.podflow.domain.market.FundingRate;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.state.KeyNotice;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AlignmentTest {

  private static final int KEY = 3;

  private final Told told = new Told();

  private AlignedKeys<Long, ?, String> keys(TensStep step) {
    return new AlignedKeys<>(new Alignment<>(step, told));
  }

  private static void take(AlignedKeys<Long, ?, String> keys, long... inputs) {
    for (long input : inputs) {
      keys.take(KEY, input);
    }
  }

  @Test
  @Tag("B12")
  void aSetIsHandedOverOnceWhenEventTimeHasPassedItsClose() {
    AlignedKeys<Long, ?, String> keys = keys(new TensStep(100, false));
    take(keys, 3, 12, 1);
    assertThat(keys.all()).allMatch(key -> key.wakes().last() == Alignment.END);
    keys.advance(9);
    assertThat(told.decided).isEmpty();
    keys.advance(10);
    keys.advance(19);
    assertThat(told.decided).containsExactly("10:[][3, 1]");
    keys.advance(20);
    assertThat(told.decided).containsExactly("10:[][3, 1]", "20:[][12]");
    assertThat(told.times).containsExactly(10L, 20L);
    assertThat(told.runs).isEqualTo(2);
  }

  @Test
  void theClockTicksWithoutInputsUntilItIsOverAndThenTheInputEnds() {
    AlignedKeys<Long, ?, String> keys = keys(new TensStep(30, false));
    take(keys, 3);
    keys.advance(Alignment.END);
    assertThat(told.decided).containsExactly("10:[][3]", "20:[][]", "30:[][]", "end");
    assertThat(told.times).as("the last close").endsWith(30L, 30L);
    assertThat(told.runs).isEqualTo(3);
    assertThat(keys.next()).isNull();
  }

  @Test
  void aKeyWithoutInputsDoesNothing() {
    AlignedKeys<Long, ?, String> keys = keys(new TensStep(30, false));
    keys.tell(KeyNotice.of(KEY, version(20)));
    keys.advance(Alignment.END);
    assertThat(told.decided).isEmpty();
  }

  @Test
  void whatComesAfterItsCloseIsNamedAndDecidesNothing() {
    AlignedKeys<Long, ?, String> keys = keys(new TensStep(100, false));
    take(keys, 3);
    keys.advance(10);
    take(keys, 9, 10);
    keys.advance(20);
    assertThat(told.late).containsExactly("late 9 of 10");
    assertThat(told.decided).containsExactly("10:[][3]", "20:[][10]");
  }

  @Test
  @Tag("G1")
  void aVersionChangesTheClockFromItsCloseOn() {
    AlignedKeys<Long, ?, String> keys = keys(new TensStep(30, false));
    take(keys, 3);
    keys.advance(10);
    keys.tell(KeyNotice.of(KEY, version(15)));
    keys.tell(KeyNotice.of(KEY, version(10)));
    keys.advance(30);
    assertThat(told.decided)
        .containsExactly("10:[][3]", "15:[][]", "20:[][]", "25:[][]", "30:[][]");
  }

  /** One whose close is not known yet asks for nothing. */
  @Test
  @Tag("G1")
  void anOpenVersionWakesNobody() {
    AlignedKeys<Long, ?, String> keys = keys(new TensStep(10, false));
    take(keys, 3);
    keys.advance(10);
    keys.tell(KeyNotice.of(KEY, version(ConfigVersion.OPEN)));
    keys.advance(Alignment.END - 1);
    assertThat(told.decided).containsExactly("10:[][3]");
  }

  @Test
  @Tag("G1")
  void aTimeThatIsNoCloseUnderWhatHoldsIsPassedOver() {
    AlignedKeys<Long, ?, String> keys = keys(new TensStep(30, false));
    take(keys, 3, 11);
    keys.advance(10);
    keys.all().iterator().next().wakeAt(17);
    keys.advance(20);
    assertThat(told.decided).containsExactly("10:[][3]", "20:[][11]");
    assertThat(told.runs).isEqualTo(2);
  }

  @Test
  @Tag("G1")
  void inputsThatNoVersionTakesWaitForTheOneThatDoes() {
    AlignedKeys<Long, ?, String> keys = keys(new TensStep(30, true).heldBackUntil(SetStep.NEVER));
    take(keys, 12, 3);
    keys.advance(20);
    assertThat(told.decided).isEmpty();
    keys.tell(KeyNotice.of(KEY, version(30)));
    keys.advance(30);
    assertThat(told.decided).containsExactly("30:[past [3], past [12]][]");
  }

  @Test
  void aKeyWhoseInputsNobodyTakesHasNoEnd() {
    AlignedKeys<Long, ?, String> keys = keys(new TensStep(30, true).heldBackUntil(SetStep.NEVER));
    take(keys, 3);
    keys.advance(Alignment.END);
    assertThat(told.decided).isEmpty();
  }

  @Test
  void aStepThatCatchesUpGoesThroughEveryCloseBeforeTheOneThatIsHandled() {
    AlignedKeys<Long, ?, String> keys = keys(new TensStep(50, true).heldBackUntil(40));
    take(keys, 25, 31, 3, 35, 1);
    keys.advance(40);
    assertThat(told.decided).containsExactly("40:[past [1, 3], past [], past [25]][31, 35]");
  }

  @Test
  void aStepThatDoesNotCatchUpGetsAllAtOnceEarlierClosesFirst() {
    AlignedKeys<Long, ?, String> keys = keys(new TensStep(50, false).heldBackUntil(40));
    take(keys, 35, 25, 31, 3, 42);
    keys.advance(40);
    assertThat(told.decided).containsExactly("40:[][3, 25, 35, 31]");
  }

  @Test
  void aRateIsRememberedAndStartsNoClock() {
    AlignedKeys<Long, ?, String> keys = keys(new TensStep(20, false));
    keys.tell(KeyNotice.of(KEY, new FundingRate("A", 8, 0.1)));
    assertThat(keys.next()).isNull();
    take(keys, 11);
    keys.advance(20);
    assertThat(told.decided).containsExactly("20:[rate][11]");
  }

  @Test
  void aFailureNamesTheKeyAndTheClose() {
    AlignedKeys<Long, ?, String> keys = keys(new TensStep(20, false));
    take(keys, 13);
    assertThatThrownBy(() -> keys.advance(20))
        .isInstanceOf(StepFailure.class)
        .hasMessage(
            "tens 3, close of 1970-01-01T00:00:00.020Z: IllegalArgumentException: thirteen");
  }

  private static ConfigVersion version(long effective) {
    return ConfigVersion.of("v" + effective, effective, 0, "", Lineage.NONE);
  }
}
