package io.podflow.domain.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podflow.api.Signal;
import io.podflow.api.Strategy;
import io.podflow.api.StrategyProvider;
import io.podflow.api.Timeframe;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user does: compile a strategy against podflow, pack it, put it on the class path. */
class UserStrategyTest {

  private static final String SERVICE = "META-INF/services/" + StrategyProvider.class.getName();

  private static final String SOURCE =
      """
      package com.example;

      import io.podflow.api.BarSeries;
      import io.podflow.api.Timeframe;
      import io.podflow.api.Parameter;
      import io.podflow.api.Parameters;
      import io.podflow.api.Signal;
      import io.podflow.api.Strategy;
      import io.podflow.api.StrategyProvider;
      import java.util.List;

      public final class Contrarian implements StrategyProvider {
        public String name() {
          return "%s";
        }

        public List<Parameter> parameters() {
          return List.of(Parameter.number("size", 0.5, 0, 1, "Strength"));
        }

        public Strategy create(Parameters parameters, Timeframe timeframe) {
          double size = parameters.number("size");
          return new Strategy() {
            public int historyBars() {
              return 2;
            }

            public Signal onClose(BarSeries bars) {
              return bars.size() < 2
                  ? Signal.warmUp()
                  : Signal.of(bars.close(0) < bars.close(1) ? size : -size);
            }
          };
        }
      }
      """;

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void needsACompiler() {
    assertThat(ToolProvider.getSystemJavaCompiler()).as("a JDK runs the tests").isNotNull();
  }

  @Test
  void aStrategyInAJarIsFoundByItsName() throws Exception {
    try (URLClassLoader loader = loaderOf(jar("contrarian"))) {
      StrategyCatalogue catalogue = StrategyCatalogue.load(loader);

      assertThat(catalogue.names()).contains("contrarian", "anchor-mom");
      Strategy strategy = catalogue.create("contrarian", Map.of("size", 0.25), Timeframe.D1);
      assertThat(strategy.getClass().getClassLoader()).isSameAs(loader);
      assertThat(strategy.onClose(Series.of(strategy, 100))).isEqualTo(Signal.warmUp());
      assertThat(strategy.onClose(Series.of(strategy, 100, 90)).value()).isEqualTo(0.25);
    }
  }

  @Test
  void aNameThatIsTakenIsRefusedWithBothClasses() throws Exception {
    try (URLClassLoader loader = loaderOf(jar("ts-momentum"))) {
      assertThatThrownBy(() -> StrategyCatalogue.load(loader))
          .hasMessageContaining("'ts-momentum' is provided twice")
          .hasMessageContaining("com.example.Contrarian")
          .hasMessageContaining(TimeSeriesMomentumProvider.class.getName());
    }
  }

  private static URLClassLoader loaderOf(Path jar) throws IOException {
    return new URLClassLoader(
        new URL[] {jar.toUri().toURL()}, StrategyProvider.class.getClassLoader());
  }

  private Path jar(String name) throws Exception {
    Path source = folder.resolve("Contrarian.java");
    Files.writeString(source, SOURCE.formatted(name));
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Path podflow =
        Path.of(StrategyProvider.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                "-proc:none",
                "-cp",
                podflow.toString(),
                "-d",
                classes.toString(),
                source.toString());
    assertThat(result).as("compiles against podflow alone").isZero();
    return packed(classes);
  }

  private Path packed(Path classes) throws IOException {
    Path jar = folder.resolve("contrarian.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      put(out, SERVICE, "com.example.Contrarian\n".getBytes(StandardCharsets.UTF_8));
      for (String file : new String[] {"Contrarian.class", "Contrarian$1.class"}) {
        String entry = "com/example/" + file;
        put(out, entry, Files.readAllBytes(classes.resolve(entry)));
      }
    }
    return jar;
  }

  private static void put(JarOutputStream out, String entry, byte[] bytes) throws IOException {
    out.putNextEntry(new JarEntry(entry));
    out.write(bytes);
    out.closeEntry();
  }
}
