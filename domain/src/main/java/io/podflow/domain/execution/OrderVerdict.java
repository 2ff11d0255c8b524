package io.podflow.domain.execution;

import io.podflow.domain.journal.Cause;
import io.podflow.domain.position.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a wanted change: an order, a refusal by a named rule, or nothing, where there is
 * nothing to do or no bar to do it at.
 *
 * @param order signed quantity to send, 0 when none
 * @param refusedBy the first rule that refuses; null when none does
 * @param limit quantity that it refuses by; NaN when it is none
 */
public record OrderVerdict(double order, @Nullable OrderRule refusedBy, double limit) {

  private static final OrderVerdict NOTHING = new OrderVerdict(0, null, Double.NaN);

  /** Asks the rules one after the other. */
  public static OrderVerdict of(OrderRequest request) {
    if (request.change() == 0) {
      return NOTHING;
    }
    for (OrderRule rule : OrderRule.values()) {
      if (!request.bar() && !rule.needsNoBar()) {
        return NOTHING;
      }
      if (rule.refuses(request)) {
        return new OrderVerdict(0, rule, rule.limit(request));
      }
    }
    return new OrderVerdict(request.rounded(), null, Double.NaN);
  }

  /**
   * Whether a refusal belongs into {@code unsent}: not when the money is dust, and not when prices
   * alone have moved inside the band, unless all is asked for.
   */
  public boolean isTold(OrderRequest request, boolean all) {
    if (refusedBy == null
        || Quantity.isDust(request.change() * request.close(), request.equity())) {
      return false;
    }
    return all || refusedBy != OrderRule.BAND || request.cause() != Cause.DRIFT;
  }
}
