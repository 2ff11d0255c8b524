package io.podflow.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every property bears the code of a requirement, in jqwik's own annotation: jqwik does not see
 * JUnit's, so a run by code would leave the property out. Each module's tests extend the class.
 */
public abstract class PropertyTags {

  @Test
  void everyPropertyHasATagThatJqwikSees() throws IOException, URISyntaxException {
    Path classes = Path.of(getClass().getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Method> properties = properties(classes);

    assertThat(properties).as("properties in %s", classes).isNotEmpty();
    assertThat(properties).filteredOn(method -> !isTagged(method)).isEmpty();
    assertThat(properties)
        .as("properties with a tag of JUnit, which jqwik ignores")
        .filteredOn(method -> method.isAnnotationPresent(org.junit.jupiter.api.Tag.class))
        .isEmpty();
  }

  private List<Method> properties(Path classes) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .map(file -> classes.relativize(file).toString())
          .filter(name -> name.endsWith(".class"))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .map(name -> loaded(name.replace('/', '.').replace('\\', '.')))
          .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
          .filter(PropertyTags::isProperty)
          .toList();
    }
  }

  private Class<?> loaded(String name) {
    try {
      return Class.forName(name, false, getClass().getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(name + " lies among the tests and cannot be loaded", e);
    }
  }

  private static boolean isProperty(Method method) {
    return method.isAnnotationPresent(Property.class) || method.isAnnotationPresent(Example.class);
  }

  private static boolean isTagged(Method method) {
    return method.getAnnotationsByType(Tag.class).length > 0
        || method.getDeclaringClass().getAnnotationsByType(Tag.class).length > 0;
  }
}
