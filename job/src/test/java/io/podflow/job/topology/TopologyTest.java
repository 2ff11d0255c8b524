package io.podflow.job.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.job.engine.RunScope;
import io.podflow.job.flink.FlinkJob;
import io.podflow.job.flink.FlinkOptions;
import io.podflow.job.source.BarSource;
import io.podflow.job.state.Uids;
import io.podflow.job.testing.ListFeed;
import io.podflow.job.testing.RandomPortfolio;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What savepoints rest on. When one of these tests fails, savepoints of earlier versions no longer
 * fit: change the list only together with a migration.
 */
class TopologyTest {

  private static final int PARALLELISM = 2;

  private static final List<String> UIDS =
      List.of(
          "assets",
          "bars",
          "event-records",
          "pod-records",
          "pod-targets",
          "pods",
          "portfolio",
          "portfolio-records",
          "router",
          "run");

  @ParameterizedTest
  @Tag("L5")
  @EnumSource(names = {"BATCH", "STREAMING"})
  void everyOperatorHasItsUid(RuntimeExecutionMode mode) {
    assertThat(graph(mode).getStreamNodes())
        .extracting(StreamNode::getTransformationUID)
        .containsExactlyInAnyOrderElementsOf(UIDS);
  }

  @Test
  @Tag("L5")
  void uidsAreDeclaredInOnePlaceAndNowhereElse() throws Exception {
    List<String> declared = new ArrayList<>();
    for (Field field : Uids.class.getDeclaredFields()) {
      if (Modifier.isPublic(field.getModifiers())) {
        declared.add((String) field.get(null));
      }
    }
    assertThat(declared).doesNotHaveDuplicates().containsAll(UIDS);
  }

  @ParameterizedTest
  @Tag("L5")
  @EnumSource(names = {"BATCH", "STREAMING"})
  void keyGroupsAreFixed(RuntimeExecutionMode mode) {
    assertThat(graph(mode).getStreamNodes())
        .extracting(StreamNode::getMaxParallelism)
        .containsOnly(128);
  }

  @ParameterizedTest
  @Tag("J1")
  @EnumSource(names = {"BATCH", "STREAMING"})
  void noTypeFallsBackToAGenericSerializer(RuntimeExecutionMode mode) {
    assertThat(graph(mode).getExecutionConfig().getSerializerConfig().hasGenericTypesDisabled())
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"BATCH", "STREAMING"})
  void onlyTheFileIsWrittenByOneTask(RuntimeExecutionMode mode) {
    assertThat(graph(mode).getStreamNodes())
        .allSatisfy(
            node ->
                assertThat(node.getParallelism())
                    .as(node.getOperatorName())
                    .isEqualTo(Uids.RUN.equals(node.getTransformationUID()) ? 1 : PARALLELISM));
  }

  private static StreamGraph graph(RuntimeExecutionMode mode) {
    Configuration options =
        mode == RuntimeExecutionMode.BATCH
            ? FlinkOptions.batch(PARALLELISM)
            : FlinkOptions.streaming(PARALLELISM, Path.of("savepoints"));
    RunScope scope = RandomPortfolio.scope(new RandomPortfolio(1, 10).settings(), 10);
    BarSource bars = new BarSource(new ListFeed(List.of()));
    return new FlinkJob(scope, bars, Path.of("run.db")).assemble(options).getStreamGraph(false);
  }
}
