package io.podflow.chaos.stage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where checkpoints lie. For root, it is a small file system in memory that can really be filled.
 * For others, who may not mount one, its folders are made read-only instead: writing fails in the
 * same calls, with another reason.
 */
public final class CheckpointDisk {

  private static final String SIZE = "size=96m";
  private static final Set<PosixFilePermission> CLOSED =
      PosixFilePermissions.fromString("r-xr-xr-x");
  private static final Set<PosixFilePermission> OPEN = PosixFilePermissions.fromString("rwxr-xr-x");

  private final Path folder;
  private boolean mounted;

  public CheckpointDisk(LocalProcesses local) {
    this.folder = local.checkpoints();
  }

  /** Before the cluster starts. */
  public void prepare() throws IOException, InterruptedException {
    Files.createDirectories(folder);
    mounted = call("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", folder.toString());
  }

  /** No for root where it may not mount: a read-only folder does not stop it. */
  public boolean canBeFilled() {
    return mounted || !System.getProperty("user.name").equals("root");
  }

  void fill() throws IOException {
    if (!mounted) {
      permit(CLOSED);
      return;
    }
    byte[] block = new byte[64 * 1024];
    for (int size = block.length; size > 0; size /= 2) {
      writeUntilFull(block, size);
    }
  }

  private void writeUntilFull(byte[] block, int size) throws IOException {
    try (OutputStream out = Files.newOutputStream(filler(size))) {
      while (true) {
        out.write(block, 0, size);
      }
    } catch (IOException full) {
      if (!String.valueOf(full.getMessage()).contains("No space left")) {
        throw full;
      }
    }
  }

  void free() throws IOException {
    if (!mounted) {
      permit(OPEN);
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
  }

  private Path filler(int size) {
    return folder.resolve("filler-" + size);
  }

  private void permit(Set<PosixFilePermission> permissions) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path entry : files.filter(Files::isDirectory).toList()) {
        Files.setPosixFilePermissions(entry, permissions);
      }
    }
  }

  /** After the cluster has ended. */
  public void release() throws IOException, InterruptedException {
    if (mounted) {
      call("umount", folder.toString());
      mounted = false;
    } else if (Files.exists(folder)) {
      permit(OPEN);
    }
  }

  private static boolean call(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(List.of(command))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }
}
