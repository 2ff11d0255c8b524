package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.pod.PodDecision;
import io.podflow.domain.pod.TargetFactors;
import io.podflow.domain.portfolio.books.OrphanPositions;
import io.podflow.domain.portfolio.books.PodShare;
import io.podflow.domain.portfolio.orders.ForcedChanges;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is remembered of a pod's decision beside its targets. */
@Tag("TR4")
class ForcedChangesTest {

  private static final String BTC = "BTC/USDT";

  private final Walk walk = new Walk(new PortfolioFixture().pod("a", 0.5, BTC), 1_000);

  @BeforeEach
  void hold() {
    walk.target(0, BTC, 1).bar(BTC, 100).close();
    walk.bar(BTC, 100).close();
  }

  @Test
  void aTargetWithABarStandsForWhatItIsMadeOf() {
    TargetFactors factors = factors(false);
    assertThat(taken(true, factors).standing).isSameAs(factors);
  }

  @Test
  void withoutABarATargetSaysNothing() {
    TargetFactors factors = factors(false);
    PodShare share = taken(false, factors);
    assertThat(share.standing).isNotNull().isNotSameAs(factors);
    assertThat(share.forcedFrom).isZero();
  }

  @Test
  @Tag("TR2")
  void aTargetThatIsForcedStandsWithoutABar() {
    TargetFactors factors = factors(true);
    PodShare share = taken(false, factors);
    assertThat(share.standing).isSameAs(factors);
    assertThat(share.forcedFrom).isEqualTo(5);
  }

  private PodShare taken(boolean bar, TargetFactors factors) {
    PodDecision decision =
        new PodDecision(
            0,
            walk.time,
            new double[] {0.2},
            new boolean[] {bar},
            new double[0],
            false,
            0.2,
            null,
            List.of(),
            List.of(),
            new TargetFactors[] {factors});
    OrphanPositions orphans = new OrphanPositions(walk.layout);
    new ForcedChanges(walk.layout, orphans).take(walk.state, new PodDecision[] {decision});
    return walk.state.shares[0][0];
  }

  private static TargetFactors factors(boolean forced) {
    return new TargetFactors(1, 0.2, 1, 1, false, false, 1, forced);
  }
}
