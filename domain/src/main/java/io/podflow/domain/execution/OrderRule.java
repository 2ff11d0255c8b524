package io.podflow.domain.execution;

import io.podflow.domain.position.Quantity;
import java.util.Locale;

/**
 * The rules that can refuse an order, in the order in which they are asked (decisions TR1, TR2,
 * TR4): the first that refuses is the one that is told. A new rule is a constant here.
 */
public enum OrderRule {
  /** The books differ from the exchange side's and the policy is to halt. */
  HALTED {
    @Override
    boolean refuses(OrderRequest request) {
      return !request.halted().admits(request.reduces());
    }
  },
  /** The exchange side takes no such order. */
  EXCHANGE {
    @Override
    boolean refuses(OrderRequest request) {
      return !request.exchange().admits(request.reduces());
    }
  },
  /** An order of the symbol is open, or its bar is missing. */
  WAITING {
    @Override
    boolean refuses(OrderRequest request) {
      return request.waiting();
    }

    @Override
    double limit(OrderRequest request) {
      return Math.abs(request.onItsWay());
    }
  },
  /** Less than one lot. */
  LOT {
    @Override
    boolean refuses(OrderRequest request) {
      return request.rounded() == 0;
    }

    @Override
    double limit(OrderRequest request) {
      return request.lot();
    }
  },
  /** Worth less than the exchange side takes; a close to 0 is always worth sending. */
  MIN_NOTIONAL {
    @Override
    boolean refuses(OrderRequest request) {
      double notional = Math.abs(request.rounded()) * request.close();
      return !request.closes() && Quantity.isBelow(notional, request.minNotional());
    }

    @Override
    double limit(OrderRequest request) {
      return request.minNotional() / request.close();
    }
  },
  /** Too small a part of equity; a close to 0 and what is forced are not. */
  MIN_ORDER {
    @Override
    boolean refuses(OrderRequest request) {
      double value = Math.abs(request.change()) * request.close();
      double least = request.minOrder() * request.equity();
      return !request.forced() && !request.closes() && Quantity.isBelow(value, least);
    }

    @Override
    double limit(OrderRequest request) {
      return request.minOrder() * request.equity() / request.close();
    }
  },
  /** Too small beside what is wanted and held, unless it is forced. */
  BAND {
    @Override
    boolean refuses(OrderRequest request) {
      return !request.forced() && Quantity.isBelow(Math.abs(request.change()), request.band());
    }

    @Override
    double limit(OrderRequest request) {
      return request.band();
    }
  };

  abstract boolean refuses(OrderRequest request);

  /** The quantity that it refuses by; NaN when it is none. */
  double limit(OrderRequest request) {
    return Double.NaN;
  }

  /** Whether it holds also at a close without a bar of the symbol. */
  boolean needsNoBar() {
    return compareTo(WAITING) <= 0;
  }

  /** As written in {@code unsent}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
