package io.podflow.savepoints.table;

import io.podflow.domain.portfolio.books.PortfolioState;
import io.podflow.job.step.Routes;
import io.podflow.savepoints.state.JobState;

/** What the numbers in a savepoint stand for: pods, symbols, and (pod, symbol) pairs. */
public final class Names {

  /** A (pod, symbol) pair. */
  public record Seat(String pod, String symbol) {}

  private final String[] pods;
  private final String[] symbols;

  private Names(String[] pods, String[] symbols) {
    this.pods = pods;
    this.symbols = symbols;
  }

  /** The names as the portfolio has them; before its first close there are none. */
  public static Names of(JobState state) {
    PortfolioState books = state.books();
    return books == null
        ? new Names(new String[0], new String[0])
        : new Names(books.pods, books.symbols);
  }

  /** Id of a pod; its number with a {@code #} where it has no name. */
  public String pod(int number) {
    return name(pods, number);
  }

  /** A symbol; its number with a {@code #} where it has no name. */
  public String symbol(int number) {
    return name(symbols, number);
  }

  private static String name(String[] names, int number) {
    return number < names.length ? names[number] : "#" + number;
  }

  /** The pair that a key of the operator of assets stands for. */
  public Seat seat(int asset) {
    return new Seat(pod(Routes.podOf(asset)), symbol(Routes.symbolOf(asset)));
  }
}
