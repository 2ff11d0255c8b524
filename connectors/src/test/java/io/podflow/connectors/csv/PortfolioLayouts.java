package io.podflow.connectors.csv;

import io.podflow.api.Timeframe;
import io.podflow.domain.layout.PortfolioLayout;
import io.podflow.domain.settings.BacktestSettings;
import io.podflow.domain.settings.OrchestratorSettings;
import io.podflow.domain.settings.PodSettings;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * PortfolioLayouts of which only symbols and timeframes matter; every other setting is zero or
 * empty.
 */
final class PortfolioLayouts {

  private PortfolioLayouts() {}

  /** One pod of the timeframe. */
  static PortfolioLayout of(Timeframe timeframe, String... symbols) {
    return of(Map.of(timeframe, List.of(symbols)));
  }

  /** One pod per timeframe. */
  static PortfolioLayout of(Map<Timeframe, List<String>> symbols) {
    List<PodSettings> pods =
        Arrays.stream(Timeframe.values())
            .filter(symbols::containsKey)
            .map(
                timeframe ->
                    blank(
                        PodSettings.class,
                        Map.of(
                            "podId",
                            "pod-" + timeframe,
                            "timeframe",
                            timeframe,
                            "symbols",
                            symbols.getOrDefault(timeframe, List.of()))))
            .toList();
    return PortfolioLayout.of(blank(OrchestratorSettings.class, Map.of("pods", pods)));
  }

  static BacktestSettings range(String start, String end, int warmUpDays) {
    return new BacktestSettings(
        Timeframe.D1,
        LocalDate.parse(start),
        LocalDate.parse(end),
        1e5,
        "",
        null,
        warmUpDays,
        0.01,
        false,
        false,
        null);
  }

  private static <T extends Record> T blank(Class<T> type, Map<String, ?> given) {
    try {
      RecordComponent[] components = type.getRecordComponents();
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Object[] values =
          Arrays.stream(components)
              .map(c -> given.containsKey(c.getName()) ? given.get(c.getName()) : zero(c.getType()))
              .toArray();
      Constructor<T> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Object zero(Class<?> type) {
    if (type == int.class) {
      return 0;
    } else if (type == double.class) {
      return 0.0;
    } else if (type == boolean.class) {
      return false;
    } else if (type == String.class) {
      return "close"; // the one text that is looked at: on_removal
    } else if (type == List.class) {
      return List.of();
    } else if (type == Map.class) {
      return Map.of();
    }
    return null;
  }
}
