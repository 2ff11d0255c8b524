package io.podflow.app.live;

import io.podflow.config.refusal.ExitCode;
import io.podflow.config.refusal.Refusal;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.settings.PodflowSettings;
import io.podflow.job.version.VersionText;
import io.podflow.live.client.VersionClient;
import io.podflow.live.feed.NewPairs;
import io.podflow.live.kafka.KafkaAccess;
import io.podflow.live.kafka.Topics;
import java.io.IOException;
import java.io.PrintWriter;

/**
 * Sends a version with the history of its new pods. Where records come between those that the
 * history is made from and the version, every reader refuses the version, because its new pods
 * would never see them; so it is sent anew, with a new history.
 */
final class VersionSending {

  private static final int ATTEMPTS = 5;

  private final VersionClient client;
  private final KafkaAccess kafka;
  private final Topics topics;

  VersionSending(VersionClient client, KafkaAccess kafka, Topics topics) {
    this.client = client;
    this.kafka = kafka;
    this.topics = topics;
  }

  /**
   * Returns the id of the version that is not refused for its history.
   *
   * @param pairs that are new in {@code next}
   * @throws Refusal if the feed never rests for long enough
   */
  String send(NewPairs pairs, PodflowSettings next, long effective, PrintWriter console)
      throws IOException, InterruptedException {
    PortfolioLayout layout = PortfolioLayout.of(next.orchestrator());
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      VersionHistory history = VersionHistory.of(pairs, next, layout, kafka, topics);
      String id = VersionIds.now();
      long sent =
          client.send(
              id,
              effective,
              VersionSize.within(id, VersionText.of(next)),
              history.bars(),
              layout.universe(),
              history.end());
      if (history.isWhole(sent)) {
        history.tell(console);
        return id;
      }
    }
    throw new Refusal(
        ExitCode.FAILED,
        "podflow: in "
            + ATTEMPTS
            + " attempts records came to "
            + topics.bars()
            + " each time between reading and sending, and the job takes no version whose new pods"
            + " would miss them; try again when the feed rests");
  }
}
