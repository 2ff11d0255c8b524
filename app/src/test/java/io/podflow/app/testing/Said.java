package io.podflow.app.testing;

import io.podflow.app.Podflow;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;

/** One call of the command line in this process, and what it said. */
public record Said(int exitCode, String out, String err) {

  public static Said podflow(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Podflow.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new));
    return new Said(code, out.toString(), err.toString());
  }
}
