package io.podflow.oracle;

/** What each pod wants of a symbol, as a share of portfolio equity (FP8). */
final class Wants {

  private final Run run;
  private final Accounts accounts;

  Wants(Run run, Accounts accounts) {
    this.run = run;
    this.accounts = accounts;
  }

  /** Standing target × share of equity by pod; 0 for RETIRED pods and stale symbols. */
  double[] weights(String symbol, long close) {
    double[] weights = accounts.shares(accounts.after(close), close);
    boolean stale = run.stale(symbol, close);
    for (PodBook book : run.books) {
      int p = book.pod.index();
      boolean nothing = stale || run.retired(book.pod, close);
      weights[p] = nothing ? 0 : book.standing(close, symbol) * weights[p];
    }
    return weights;
  }
}
