package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.podflow.domain.journal.Event;
import io.podflow.domain.portfolio.books.PortfolioDecision;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pods whose capital in the portfolio is used up: told of those that were given some. */
@Tag("RU1")
class SpentPodsTest {

  private static final String BTC = "BTC/USDT";
  private static final String ETH = "ETH/USDT";

  @Test
  void aPodThatHasLostExactlyAllItsCapitalIsSpentAndOneThatWasGivenNoneIsNot() {
    Walk walk = new Walk(new PortfolioFixture().pod("a", 0.5, BTC).pod("b", 0, ETH), 1_000);
    PortfolioDecision entered = walk.bar(BTC, 100).target(0, BTC, 2).close();
    assertThat(told(entered)).isEmpty();

    PortfolioDecision lost = walk.bar(BTC, 100, 50).close();

    assertThat(walk.state.ledger.capital(0)).isZero();
    assertThat(walk.state.ledger.capital(1)).isZero();
    assertThat(told(lost)).containsExactly("a");
    assertThat(walk.state.spent).containsExactly(true, false);
  }

  private static List<String> told(PortfolioDecision decision) {
    return decision.events().stream()
        .filter(event -> event.message().startsWith("capital in the portfolio used up"))
        .map(Event::pod)
        .toList();
  }
}
