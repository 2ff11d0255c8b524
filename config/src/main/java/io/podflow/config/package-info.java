/**
 * Converts YAML configuration to the immutable settings of the domain and back (requirements V1,
 * V2).
 *
 * <p>{@link io.podflow.config.ConfigReader} reads a file into a {@link
 * io.podflow.config.ConfigReading}: either settings with warnings, or every violation at once.
 * {@link io.podflow.config.Overrides} are the keys that the command line sets on top of the file.
 * {@link io.podflow.config.EffectiveConfig} writes settings back with every default filled in, and
 * {@link io.podflow.config.ConfigSchema} is the JSON Schema for editors. All these classes work
 * from the {@code @Setting} annotations of the settings records.
 *
 * <p>Sub-packages in the order of processing: {@code violation} (violations and their places),
 * {@code yaml} (text to tree and back), {@code binding} (tree to records and back), {@code check}
 * (rules between keys). Later packages use earlier packages, never the reverse. Running a portfolio
 * and resolving paths do not belong here. Open {@code ConfigReader} first.
 */
@NullMarked
package io.podflow.config;

import org.jspecify.annotations.NullMarked;
