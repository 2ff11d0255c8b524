package io.podflow.job.state;

import io.podflow.domain.market.FundingRate;
import org.jspecify.annotations.Nullable;

/**
 * What one key of a keyed operator has to know before a close and is no part of it: a version of
 * the configuration, or a rate of funding. A notice does not start the clock of a key. One type
 * with nullable cases, because schemas of state have no sealed families.
 *
 * @param key the pod or portfolio
 * @param version null when this is a rate
 * @param rate null when this is a version
 */
public record KeyNotice(int key, @Nullable ConfigVersion version, @Nullable FundingRate rate) {

  public static KeyNotice of(int key, ConfigVersion version) {
    return new KeyNotice(key, version, null);
  }

  /** A rate that is due at a close to come. */
  public static KeyNotice of(int key, FundingRate rate) {
    return new KeyNotice(key, null, rate);
  }
}
