package io.podflow.domain.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.journal.Event;
import io.podflow.domain.journal.Severity;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("L7")
class ReportDeduplicatorTest {

  private final ReportDeduplicator gate = new ReportDeduplicator();
  private final ReportDeduplicatorState state = gate.initialState();

  @Test
  void aRepeatedFillIsDroppedAndAnotherOfItsIdIsTold() {
    assertThat(gate.onReport(state, fill(5, "f1", 2)).report()).isNotNull();
    ReportDeduplicator.Passage again = gate.onReport(state, fill(5, "f1", 2));
    assertThat(again.report()).isNull();
    assertThat(again.event()).isNull();
    ReportDeduplicator.Passage other = gate.onReport(state, fill(5, "f1", 3));
    assertThat(other.report()).isNull();
    assertThat(Objects.requireNonNull(other.event()).severity()).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void aLateFillCountsAfterTheLastHeartbeat() {
    gate.onReport(state, ExchangeReport.heartbeat(10, 1, true));
    ReportDeduplicator.Passage late = gate.onReport(state, fill(7, "f1", 2));
    assertThat(Objects.requireNonNull(late.report()).time()).isEqualTo(11);
    assertThat(Objects.requireNonNull(late.report()).quantity()).isEqualTo(2);
    Event told = Objects.requireNonNull(late.event());
    assertThat(told.message()).contains("came late");
    assertThat(told.time()).as("told at the close at which it counts").isEqualTo(11);
    assertThat(gate.onReport(state, fill(7, "f1", 2)).report()).as("once").isNull();
  }

  @Test
  void aSnapshotThatComesLateOrAgainIsDropped() {
    PositionSnapshot empty = new PositionSnapshot(List.of(), List.of());
    assertThat(gate.onReport(state, ExchangeReport.positions(10, 1, empty)).report()).isNotNull();
    gate.onReport(state, ExchangeReport.heartbeat(10, 2, true));
    ReportDeduplicator.Passage again = gate.onReport(state, ExchangeReport.positions(10, 1, empty));
    assertThat(again.report()).isNull();
    assertThat(again.event()).isNull();
  }

  @Test
  void anEndOfAnOrderThatIsRepeatedIsDropped() {
    assertThat(gate.onReport(state, expired(5, "a")).report()).isNotNull();
    gate.onReport(state, ExchangeReport.heartbeat(5, 2, true));
    ReportDeduplicator.Passage again = gate.onReport(state, expired(5, "a"));
    assertThat(again.report()).isNull();
    assertThat(again.event()).isNull();
    assertThat(gate.onReport(state, expired(5, "b")).report()).as("late, but new").isNotNull();
  }

  @Test
  void aStateWithoutRoomForEndsIsContinued() {
    state.ends = new String[0];
    assertThat(gate.onReport(state, expired(5, "a")).report()).isNotNull();
    assertThat(gate.onReport(state, expired(5, "a")).report()).isNull();
  }

  @Test
  void aHeartbeatPassesWhenItSaysSomethingNew() {
    assertThat(gate.onReport(state, ExchangeReport.heartbeat(8, 1, true)).report())
        .as("the first one begins the clock")
        .isNotNull();
    assertThat(gate.onReport(state, ExchangeReport.heartbeat(10, 1, true)).report()).isNull();
    assertThat(state.beat).isEqualTo(10);
    assertThat(gate.onReport(state, ExchangeReport.heartbeat(10, 1, false)).report()).isNull();
    assertThat(gate.onReport(state, ExchangeReport.heartbeat(9, 1, false)).report()).isNull();
    assertThat(gate.onReport(state, ExchangeReport.heartbeat(11, 2, false)).report()).isNotNull();
  }

  @Test
  void everyFillIsComparedWithTheOneOfItsOwnId() {
    assertThat(gate.onReport(state, fill(5, "f1", 2)).report()).isNotNull();
    assertThat(gate.onReport(state, fill(5, "f2", 3)).report()).isNotNull();
    ReportDeduplicator.Passage again = gate.onReport(state, fill(5, "f2", 3));
    assertThat(again.report()).isNull();
    assertThat(again.event()).as("it said the same").isNull();
  }

  @Test
  void everyEndOfAnOrderIsRemembered() {
    assertThat(gate.onReport(state, expired(5, "a")).report()).isNotNull();
    assertThat(gate.onReport(state, expired(5, "b")).report()).isNotNull();
    assertThat(gate.onReport(state, expired(5, "a")).report()).isNull();
    assertThat(gate.onReport(state, expired(5, "b")).report()).isNull();
  }

  private static ExchangeReport expired(long time, String orderId) {
    return ExchangeReport.ended(ExchangeReport.Kind.EXPIRED, time, 1, orderId, "");
  }

  private static ExchangeReport fill(long time, String id, double quantity) {
    return ExchangeReport.fill(time, 1, "o", id, quantity, 100, 0, 0);
  }
}
