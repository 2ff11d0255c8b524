/**
 * Converts a tree of values to the settings records and back, by reflection on the records.
 *
 * <p>A {@link io.podflow.config.binding.SettingKey} is one component of a settings record with its
 * {@code @Setting} annotation: YAML name, meaning, default, bounds. Its {@link
 * io.podflow.config.binding.KeyType} is the shape of the value: one {@link
 * io.podflow.config.binding.Scalar}, a section, a list, or free parameters. {@link
 * io.podflow.config.binding.SettingsBinder} reads a tree key by key, reports every violation and
 * fills in the defaults; {@link io.podflow.config.binding.SettingsTree} writes the records as a
 * tree.
 *
 * <p>A new key needs no code here: a new component of a record is enough. Rules between keys live
 * in {@code check}. Open {@code SettingsBinder} first.
 */
@NullMarked
package io.podflow.config.binding;

import org.jspecify.annotations.NullMarked;
