package io.podflow.savepoints.testing;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;
import org.objectweb.asm.commons.SimpleRemapper;

/**
 * Everything on the class path once more, with some of podflow's classes under other names, and
 * some with a field that is new. Not to be closed: threads of Flink load classes from it after the
 * job.
 */
public final class RenamingClassLoader extends URLClassLoader {

  private final Remapper names;
  private final Set<String> grown;
  private final Map<String, String> earlier = new HashMap<>();

  private RenamingClassLoader(URL[] path, Map<String, String> names, Set<String> grown) {
    super(path, ClassLoader.getPlatformClassLoader());
    this.grown = grown;
    this.names = new Names(names);
    names.forEach((name, now) -> earlier.put(now, name));
  }

  /** Serialised lambdas are told apart by names in texts. */
  private static final class Names extends SimpleRemapper {

    private final Map<String, String> names;

    Names(Map<String, String> names) {
      super(Opcodes.ASM9, names);
      this.names = names;
    }

    @Override
    public Object mapValue(Object value) {
      if (!(value instanceof String text)) {
        return super.mapValue(value);
      }
      for (Map.Entry<String, String> name : names.entrySet()) {
        text = text.replace(name.getKey() + ";", name.getValue() + ";");
      }
      return names.getOrDefault(text, text);
    }
  }

  private static final class OneFieldMore extends ClassVisitor {

    OneFieldMore(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitEnd() {
      visitField(Opcodes.ACC_PUBLIC, "laterField", "I", null, null).visitEnd();
      super.visitEnd();
    }
  }

  /**
   * @param names by internal name, with slashes, the name that the class has here
   * @param grown internal names of classes that have a field more here
   */
  public static RenamingClassLoader of(Map<String, String> names, Set<String> grown)
      throws IOException {
    List<URL> path = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      path.add(Path.of(entry).toUri().toURL());
    }
    return new RenamingClassLoader(path.toArray(URL[]::new), names, grown);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (!name.startsWith("io.podflow.")) {
      return super.findClass(name);
    }
    String internal = name.replace('.', '/');
    try (InputStream in =
        getResourceAsStream(earlier.getOrDefault(internal, internal) + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      ClassWriter writer = new ClassWriter(0);
      ClassVisitor written = grown.contains(internal) ? new OneFieldMore(writer) : writer;
      new ClassReader(in.readAllBytes()).accept(new ClassRemapper(written, names), 0);
      byte[] bytes = writer.toByteArray();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
