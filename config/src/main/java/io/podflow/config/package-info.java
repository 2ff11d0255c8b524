/**
 * YAML configuration to the immutable settings of the domain, and back (requirements V1, V2).
 *
 * <p>{@link io.podflow.config.ConfigReader} reads a file into a {@link
 * io.podflow.config.ConfigReading}: either settings with warnings, or every violation at once.
 * {@link io.podflow.config.Overrides} carry what the command line sets on top of the file. {@link
 * io.podflow.config.EffectiveConfig} writes settings back with every default filled in, and {@link
 * io.podflow.config.ConfigSchema} is the JSON Schema for editors. All of it is derived from the
 * {@code @Setting} annotations of the settings records.
 *
 * <p>Sub-packages in the order of the path: {@code violation} (what is wrong), {@code yaml} (text
 * and tree), {@code binding} (tree and records), {@code check} (rules between keys). Later ones use
 * earlier ones, never the reverse. Running anything, or resolving paths, does not belong here. Open
 * {@code ConfigReader} first.
 */
@NullMarked
package io.podflow.config;

import org.jspecify.annotations.NullMarked;
