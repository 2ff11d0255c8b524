package io.podflow.job.version;

import static io.podflow.job.testing.Versions.ONE;
import static io.podflow.job.testing.Versions.TWO;
import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.layout.Lineage;
import io.podflow.job.state.ConfigVersion;
import io.podflow.job.testing.Versions;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("G1")
class VersionChainTest {

  private final VersionChain chain = Versions.chain(Versions.first(ONE));

  @Test
  void aVersionComesWithThePodsAndSymbolsBeforeIt() {
    ConfigVersion version = accepted("v2", Versions.yaml(TWO));
    assertThat(version.before().pods()).extracting(Lineage.Pod::id).containsExactly("one");
    assertThat(version.before().symbols())
        .extracting(Lineage.Symbol::name)
        .containsExactly("A/U", "B/U");
    assertThat(chain.universe().symbols()).containsExactly("A/U", "B/U", "C/U");
    assertThat(chain.layout().podIds()).containsExactly("one", "two");
  }

  @Test
  void theSameAgainIsLeftOutAndNoChangeIsRefused() {
    accepted("v2", Versions.yaml(TWO));
    VersionChain.Outcome again = chain.offer("v2", 0, 0, Versions.yaml(ONE));
    assertThat(again.version()).isNull();
    assertThat(again.faults()).isEmpty();
    assertThat(chain.offer("v3", 0, 0, Versions.yaml(TWO)).faults())
        .singleElement()
        .asString()
        .contains("expected: a change");
  }

  /** Whoever sent it may have died before the end of its history. */
  @Test
  void whatCameWithHistoryMayBeSentOnceMore() {
    assertThat(chain.offer("v2", 0, 5, Versions.yaml(TWO)).version()).isNotNull();
    assertThat(chain.offer("v3", 0, 5, Versions.yaml(TWO)).version()).isNotNull();
  }

  @Test
  void whatIsNotValidIsRefusedWithEveryErrorAndChangesNothing() {
    String bad = ONE.replace("max_fraction: 0.3", "max_fraction: 7, min_fraction: 0.5");
    VersionChain.Outcome outcome = chain.offer("v2", 0, 0, Versions.yaml(bad, "{pod_id: x}"));
    assertThat(outcome.version()).isNull();
    assertThat(outcome.faults()).hasSizeGreaterThan(2).anyMatch(f -> f.contains("max_fraction"));
    assertThat(chain.versions()).hasSize(1);
    assertThat(
            chain.offer("v3", 0, 0, Versions.yaml(ONE.replace("buy-and-hold", "nobodys"))).faults())
        .anyMatch(fault -> fault.contains("nobodys"));
  }

  @Test
  void whatStateIsOfMustStay() {
    String other = ONE.replace("buy-and-hold", "ts-momentum").replace("{", "{timeframe: 12H, ");
    assertThat(chain.offer("v2", 0, 0, Versions.yaml(other)).faults())
        .containsExactlyInAnyOrder(
            "pod 'one': timeframe: 12H (expected: 1D, as before)",
            "pod 'one': strategy_name: ts-momentum (expected: buy-and-hold, as before)");
    accepted("v3", Versions.yaml(TWO));
    assertThat(chain.offer("v4", 0, 0, Versions.yaml(ONE, TWO)).faults())
        .containsExactly("pod 'one' was removed before (expected: another pod_id to start anew)");
  }

  /** Whoever restarts a job with its old file must not undo what was applied since. */
  @Test
  @Tag("L5")
  void aFileThatStateHasHadChangesNothingAndAnotherIsTheNextVersion() {
    accepted("v2", Versions.yaml(ONE, TWO));
    assertThat(chain.submit(started("later", ONE)).version()).as("not undone").isNull();
    assertThat(chain.submit(started("later", ONE, TWO)).version()).isNull();
    ConfigVersion next = started("again", TWO);
    assertThat(Objects.requireNonNull(chain.submit(next).version()).before().pods()).hasSize(2);
    assertThat(chain.versions())
        .extracting(ConfigVersion::id)
        .containsExactly("start", "v2", "again");
  }

  private static ConfigVersion started(String id, String... pods) {
    return ConfigVersion.first(id, Versions.first(pods).yaml());
  }

  private ConfigVersion accepted(String id, String yaml) {
    VersionChain.Outcome outcome = chain.offer(id, 0, 0, yaml);
    assertThat(outcome.faults()).isEmpty();
    return Objects.requireNonNull(outcome.version());
  }
}
