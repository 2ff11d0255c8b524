package io.podflow.job.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The variables of docs/local.md for a broker and a cluster that are in nobody's way. */
public final class LocalPorts {

  private static final List<String> VARIABLES =
      List.of(
          "PODFLOW_KAFKA_PORT",
          "PODFLOW_KAFKA_CONTROLLER_PORT",
          "PODFLOW_FLINK_PORT",
          "PODFLOW_FLINK_RPC_PORT");

  private LocalPorts() {}

  /**
   * @param folder for everything that they write
   */
  public static Map<String, String> free(Path folder) throws IOException {
    Map<String, String> environment = new TreeMap<>();
    environment.put("PODFLOW_LOCAL_DIR", folder.toString());
    List<ServerSocket> held = new ArrayList<>();
    for (String variable : VARIABLES) {
      ServerSocket socket = new ServerSocket(0);
      held.add(socket);
      environment.put(variable, String.valueOf(socket.getLocalPort()));
    }
    for (ServerSocket socket : held) {
      socket.close();
    }
    return environment;
  }
}
