package io.podflow.savepoints.edit;

import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.version.VersionText;
import io.podflow.savepoints.flink.SavepointWriting;
import io.podflow.savepoints.flink.StateOperator;
import io.podflow.savepoints.state.JobState;
import io.podflow.savepoints.state.PortfolioEntry;
import io.podflow.savepoints.state.StatePiece;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives a pod another id. State knows pods by their numbers; their names are in the books and in
 * the versions of the configuration, and are replaced there. Orders that were sent keep their ids,
 * which name no pod.
 */
public final class PodRename {

  private PodRename() {}

  /**
   * The change of a pod's id.
   *
   * @throws EditRefusedException if there is no such pod, or another one has or had the new id
   */
  public static StateEdit of(JobState state, String from, String to) throws EditRefusedException {
    Holdings holdings = new Holdings(state);
    int pod = holdings.pod(from);
    PortfolioState books = holdings.books();
    if (to.isBlank() || Arrays.asList(books.pods).contains(to)) {
      throw new EditRefusedException(
          "new id '"
              + to
              + "' (expected: one that no pod has or had: not one of "
              + Arrays.toString(books.pods)
              + ")");
    }
    VersionText text = VersionText.with(PodRename.class.getClassLoader());
    Map<String, ConfigVersion> versions =
        state.versions().stream()
            .collect(
                Collectors.toMap(ConfigVersion::id, version -> text.renamed(version, from, to)));
    return new StateEdit(
        List.of(
            "renamed: pod "
                + from
                + " is "
                + to
                + " from now on, in the books and in "
                + versions.size()
                + " versions of the configuration",
            "stays: what has been recorded, under " + from,
            "go on with a configuration that differs from the one in force in that name alone"),
        Set.of(StateOperator.PORTFOLIO, StateOperator.MARKET_GATE, StateOperator.FEED_MESSAGES),
        new Renaming(pod, to, versions));
  }

  private record Renaming(int pod, String to, Map<String, ConfigVersion> versions)
      implements SavepointWriting.Edit {

    @Override
    public StatePiece apply(StatePiece piece) {
      PortfolioEntry entry = piece.portfolio();
      if (entry != null && entry.memory() != null) {
        entry.memory().pods[pod] = to;
      }
      ConfigVersion version = piece.version();
      return version == null ? piece : StatePiece.of(versions.getOrDefault(version.id(), version));
    }
  }
}
