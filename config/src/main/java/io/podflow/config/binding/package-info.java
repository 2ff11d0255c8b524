/**
 * From a tree of values to the settings records, and back, driven by the records themselves.
 *
 * <p>A {@link io.podflow.config.binding.SettingKey} is one component of a settings record with its
 * {@code @Setting} annotation: YAML name, meaning, default, bounds. Its {@link
 * io.podflow.config.binding.KeyType} says what shape the value has: one {@link
 * io.podflow.config.binding.Scalar}, a section, a list, or free parameters. {@link
 * io.podflow.config.binding.SettingsBinder} walks a tree along the keys, reports everything that
 * does not fit and fills the defaults in; {@link io.podflow.config.binding.SettingsTree} walks the
 * records and writes them all out again.
 *
 * <p>A new key needs no line here: adding a component to a record is enough. Rules between keys
 * live in {@code check}. Open {@code SettingsBinder} first.
 */
@NullMarked
package io.podflow.config.binding;

import org.jspecify.annotations.NullMarked;
