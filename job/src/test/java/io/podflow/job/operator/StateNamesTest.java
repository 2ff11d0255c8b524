package io.podflow.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.job.engine.RunScope;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.apache.flink.core.memory.DataInputViewStreamWrapper;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.KeyedBackendSerializationProxy;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot.CommonOptionsKeys;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The states each operator leaves in a snapshot, by name and kind. When one of these tests fails,
 * savepoints of earlier versions no longer fit: change the list only together with a migration.
 */
class StateNamesTest {

  private static final RunScope SCOPE = TwoTimeframes.scope(3);
  private static final String[] ALIGNMENT = {
    "_timer_state/event_closes priority_queue",
    "_timer_state/processing_closes priority_queue",
    "clock value",
    "memory value",
    "waiting list"
  };

  @Test
  @Tag("L5")
  void ofAssets() throws Exception {
    try (var assets = Harness.assets(SCOPE, Backend.HEAP).open()) {
      assertThat(states(assets.snapshot()))
          .containsExactly(
              "_timer_state/event_user-timers priority_queue",
              "_timer_state/processing_user-timers priority_queue",
              "asset value");
    }
  }

  @Test
  @Tag("L5")
  void ofPods() throws Exception {
    try (var pods = Harness.pods(SCOPE, false, Backend.HEAP).open()) {
      assertThat(states(pods.snapshot())).containsExactly(ALIGNMENT);
    }
  }

  @Test
  @Tag("L5")
  void ofThePortfolio() throws Exception {
    try (var portfolio = Harness.portfolio(SCOPE, false, Backend.HEAP).open()) {
      assertThat(states(portfolio.snapshot())).containsExactly(ALIGNMENT);
    }
  }

  private static List<String> states(OperatorSubtaskState snapshot) throws Exception {
    KeyedStateHandle handle = snapshot.getManagedKeyedState().iterator().next();
    try (InputStream in = ((KeyGroupsStateHandle) handle).openInputStream()) {
      KeyedBackendSerializationProxy<Integer> header =
          new KeyedBackendSerializationProxy<>(StateNamesTest.class.getClassLoader());
      header.read(new DataInputViewStreamWrapper(in));
      return header.getStateMetaInfoSnapshots().stream()
          .map(StateNamesTest::text)
          .sorted()
          .toList();
    }
  }

  private static String text(StateMetaInfoSnapshot state) {
    String kind = state.getOption(CommonOptionsKeys.KEYED_STATE_TYPE);
    return (state.getName() + " " + (kind == null ? state.getBackendStateType() : kind))
        .toLowerCase(Locale.ROOT);
  }
}
