package io.podflow.connectors.rundb;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.podflow.api.Timeframe;
import java.io.IOException;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * The JSON mapper of a run: keys in snake case, days and timeframes as text, null for a number that
 * is NaN or infinite.
 */
public final class RunJson {

  public static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .addModule(
              new SimpleModule()
                  .addSerializer(double.class, new DefinedNumber())
                  .addSerializer(Double.class, new DefinedNumber())
                  .addDeserializer(double.class, new NumberOrUndefined())
                  .addSerializer(LocalDate.class, ToStringSerializer.instance)
                  .addDeserializer(LocalDate.class, text(LocalDate.class, LocalDate::parse))
                  .addSerializer(Timeframe.class, ToStringSerializer.instance)
                  .addDeserializer(Timeframe.class, text(Timeframe.class, Timeframe::parse)))
          .build();

  private RunJson() {}

  private static <T> JsonDeserializer<T> text(Class<T> type, Function<String, T> parse) {
    return new FromStringDeserializer<T>(type) {
      private static final long serialVersionUID = 1L;

      @Override
      protected T _deserialize(String value, DeserializationContext context) {
        return parse.apply(value);
      }
    };
  }

  private static final class DefinedNumber extends JsonSerializer<Double> {
    @Override
    public void serialize(Double value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      if (Double.isFinite(value)) {
        out.writeNumber(value);
      } else {
        out.writeNull();
      }
    }
  }

  private static final class NumberOrUndefined extends JsonDeserializer<Double> {
    @Override
    public Double deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return in.getDoubleValue();
    }

    @Override
    public Double getNullValue(DeserializationContext context) {
      return Double.NaN;
    }
  }
}
