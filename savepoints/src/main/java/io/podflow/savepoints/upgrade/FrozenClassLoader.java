package io.podflow.savepoints.upgrade;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * Everything on the class path once more, Flink included, in which the frozen classes have the
 * names that old savepoints hold. What has such a name today is hidden.
 */
final class FrozenClassLoader extends URLClassLoader {

  private static final String PODFLOW = "io/podflow/";
  private static final String FROZEN = PODFLOW + "savepoints/frozen/";

  private static final Remapper NAMES =
      new Remapper(Opcodes.ASM9) {
        @Override
        public String map(String name) {
          return name.startsWith(FROZEN) ? PODFLOW + name.substring(FROZEN.length()) : name;
        }
      };

  private FrozenClassLoader(URL[] path) {
    super("old savepoints", path, ClassLoader.getPlatformClassLoader());
  }

  /** Over the class path of this process. */
  static FrozenClassLoader create() {
    List<URL> path = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      try {
        path.add(Path.of(entry).toUri().toURL());
      } catch (MalformedURLException e) {
        throw new IllegalStateException("class path: " + entry, e);
      }
    }
    return new FrozenClassLoader(path.toArray(URL[]::new));
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] frozen = frozen(name.replace('.', '/'));
    return frozen == null ? super.findClass(name) : defineClass(name, frozen, 0, frozen.length);
  }

  private byte @Nullable [] frozen(String name) throws ClassNotFoundException {
    if (!name.startsWith(PODFLOW)) {
      return null;
    }
    String file = FROZEN + name.substring(PODFLOW.length()) + ".class";
    try (InputStream in = getResourceAsStream(file)) {
      return in == null ? null : renamed(in.readAllBytes());
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  private static byte[] renamed(byte[] frozen) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(frozen).accept(new ClassRemapper(writer, NAMES), 0);
    return writer.toByteArray();
  }
}
