/**
 * {@code podflow config}: checks a configuration, and prints its schema and its effective form.
 *
 * <p>Open {@link io.podflow.app.config.ConfigCommand} first. {@link
 * io.podflow.app.config.Configurations} accepts or refuses a configuration for every command. Not
 * here: the rules that a configuration must obey (module {@code config}).
 */
@NullMarked
package io.podflow.app.config;

import org.jspecify.annotations.NullMarked;
