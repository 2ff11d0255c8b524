package io.podflow.connectors.csv;

/** The folder of bars cannot be used. The message is for whoever runs the command. */
public class BarInputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BarInputException(String message) {
    super(message);
  }

  public BarInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
