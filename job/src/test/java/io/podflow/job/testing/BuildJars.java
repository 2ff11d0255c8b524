package io.podflow.job.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** The class path of this process as jars, since a cluster takes nothing else. */
public final class BuildJars {

  private BuildJars() {}

  /**
   * The jars of this build, with classes that are not in a jar yet packed into one; without tests.
   *
   * @param folder gets the jars that are packed
   */
  public static List<Path> in(Path folder) throws IOException {
    List<Path> jars = new ArrayList<>();
    int packed = 0;
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry);
      if (Files.isDirectory(path) && !path.endsWith("test-classes")) {
        Path jar = folder.resolve("classes-" + packed++ + ".jar");
        pack(path, jar);
        jars.add(jar);
      } else if (Files.isRegularFile(path)) {
        jars.add(path);
      }
    }
    return jars;
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
  }
}
