package io.podflow.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.podflow.api.Bar;
import io.podflow.domain.execution.TradeRows;
import io.podflow.domain.journal.EquityRow;
import io.podflow.domain.portfolio.books.Books;
import io.podflow.domain.portfolio.books.DecisionBuilder;
import io.podflow.domain.portfolio.books.OrphanPositions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the books of a close measure, and what they leave out (decision TR5). */
@Tag("TR5")
class BooksTest {

  private static final String BTC = "BTC/USDT";
  private static final Offset<Double> ROUNDING = within(1e-12);

  private static EquityRow written(Walk walk) {
    DecisionBuilder builder =
        new DecisionBuilder(walk.time, new TradeRows(walk.layout), new Bar[1]);
    Books.write(walk.state, new OrphanPositions(walk.layout), builder);
    return builder.equity.get(0);
  }

  private static Walk wanting(double target) {
    Walk walk = new Walk(new PortfolioFixture().pod("a", 1, BTC), 1_000);
    walk.target(0, BTC, target).bar(BTC, 100).close();
    return walk;
  }

  @Test
  void whatIsOnItsWayCountsAsHeld() {
    Walk walk = wanting(0.4);
    assertThat(walk.state.ledger.quantity(0)).isZero();
    assertThat(walk.state.waiting[0]).isNotNull();
    EquityRow books = written(walk);
    assertThat(books.trackingGap()).isCloseTo(0, ROUNDING);
    assertThat(books.wantedGross()).isCloseTo(0.4, ROUNDING);
  }

  @Test
  void aSymbolWithoutAPriceIsNotMeasured() {
    Walk walk = wanting(0);
    walk.state.ledger.marks[0] = 0;
    EquityRow books = written(walk);
    assertThat(books.trackingGap()).isZero();
    assertThat(books.wantedGross()).isZero();
  }

  @Test
  void ofEquityOfExactlyNothingNothingIsAShare() {
    Walk walk = wanting(0);
    walk.state.ledger.quantities[0][0] = -10;
    walk.state.ledger.podCash[0] = 1_000;
    EquityRow books = written(walk);
    assertThat(books.equity()).isZero();
    assertThat(books.grossExposure()).isZero();
    assertThat(books.netExposure()).isZero();
  }
}
