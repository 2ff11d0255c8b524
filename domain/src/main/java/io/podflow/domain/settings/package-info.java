/**
 * What the user can set: immutable records that mirror the configuration file key by key.
 *
 * <p>{@link io.podflow.domain.settings.Setting} on a component is the only place where a key's
 * default, bounds and meaning are written; reading, checking, the JSON Schema and the effective
 * configuration are all derived from it (module {@code config}). {@link
 * io.podflow.domain.layout.PortfolioLayout} resolves who trades what to small integers. Rules that
 * span several keys are checked by the reader, so the steps trust what they are given.
 */
@NullMarked
package io.podflow.domain.settings;

import org.jspecify.annotations.NullMarked;
