package io.podflow.config.binding;

import io.podflow.api.Timeframe;
import io.podflow.domain.settings.Replication;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Settings with every key anywhere inside its own bounds; rules between keys are not kept. */
final class ArbitrarySettings {

  private static final Arbitrary<String> WORDS =
      Arbitraries.oneOf(
          Arbitraries.of(
              "null", "true", "no", "~", "1e5", "0x1f", "2020-01-01", "12:30", "- a", "#", "😀"),
          Arbitraries.strings().withCharRange(' ', '~').withChars("äß漢\t").ofMinLength(1));

  private static final Arbitrary<String> NAMES =
      Arbitraries.oneOf(
          Arbitraries.of("BTC/USDT", "BTC/USDT:USDT", "币安人生/USDT", "بيتكوين/USDT", "2024"), WORDS);

  private ArbitrarySettings() {}

  static Arbitrary<Object> of(Class<?> section) {
    List<Arbitrary<Object>> values =
        SettingKey.of(section).stream().map(ArbitrarySettings::value).toList();
    return Combinators.combine(values).as(list -> Records.create(section, list.toArray()));
  }

  private static Arbitrary<Object> value(SettingKey key) {
    Arbitrary<Object> value = value(key, key.type());
    return key.nullable() ? value.injectNull(0.3) : value;
  }

  private static Arbitrary<Object> value(SettingKey key, KeyType type) {
    if (type instanceof KeyType.Section section) {
      return of(section.record());
    }
    if (type instanceof KeyType.Elements elements) {
      return value(key, elements.element()).list().ofMinSize(1).ofMaxSize(3).asGeneric();
    }
    return type instanceof KeyType.Single single
        ? scalar(key, single.scalar().placeholder())
        : free().asGeneric();
  }

  private static Arbitrary<Object> scalar(SettingKey key, Object example) {
    if (example instanceof Integer) {
      int low = (int) Math.max(key.range().min(), 0);
      int high = (int) Math.min(key.range().max(), Integer.MAX_VALUE);
      return Arbitraries.integers().between(low, high).asGeneric();
    }
    if (example instanceof Double) {
      double low = Math.max(key.range().min(), -1e12);
      double high = Math.min(key.range().max(), 1e12);
      return Arbitraries.doubles()
          .between(low, !key.range().above(), high, !key.range().below())
          .ofScale(12)
          .map(number -> number + 0.0)
          .asGeneric();
    }
    if (example instanceof String) {
      Arbitrary<String> texts = key.setting().name() ? NAMES : text(key.setting().pattern());
      return texts.filter(key::allows).asGeneric();
    }
    if (example instanceof Boolean) {
      return Arbitraries.of(true, false).asGeneric();
    }
    if (example instanceof LocalDate) {
      return Arbitraries.longs().between(0, 40_000).map(LocalDate::ofEpochDay).asGeneric();
    }
    if (example instanceof Duration) {
      return Arbitraries.longs().between(1, 10_000_000).map(Duration::ofMillis).asGeneric();
    }
    if (example instanceof Replication) {
      return Arbitraries.of(
          Replication.Auto.AUTO, new Replication.Copies(1), new Replication.Copies(32_767));
    }
    return example instanceof Timeframe
        ? Arbitraries.of(Timeframe.values()).asGeneric()
        : Arbitraries.of((Object[]) example.getClass().getEnumConstants());
  }

  private static Arbitrary<String> text(String pattern) {
    return switch (pattern) {
      case "", ".+" -> WORDS;
      case "[A-Za-z0-9_.-]+" -> Arbitraries.of("main", "1", "1.5", "null", "-", "a_b.c-d");
      case "[0-9A-Za-z.:_-]{1,253}" -> Arbitraries.of("0.0.0.0", "::1", "host-1.example", "10");
      default -> Arbitraries.of("close", "hold", "transfer: pod-b", "transfer:x");
    };
  }

  private static Arbitrary<Map<String, Object>> free() {
    Arbitrary<Object> leaf =
        Arbitraries.oneOf(
            List.of(
                Arbitraries.integers().asGeneric(),
                Arbitraries.longs().greaterOrEqual(1L << 40).asGeneric(),
                Arbitraries.doubles().map(number -> number + 0.0).asGeneric(),
                Arbitraries.of(1e7, 1e-300, Double.MAX_VALUE).asGeneric(),
                Arbitraries.of(true, false).asGeneric(),
                WORDS.asGeneric()));
    Arbitrary<Object> nested =
        Arbitraries.oneOf(
            List.of(
                leaf,
                leaf.list().ofMaxSize(2).asGeneric(),
                Arbitraries.maps(WORDS, leaf).ofMaxSize(2).asGeneric()));
    return Arbitraries.maps(WORDS, nested).ofMaxSize(3);
  }
}
