package dev.slipway.assess;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.slipway.facts.Fact;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Facts in JSON: the value, or null for what could not be read. */
final class FactModule extends SimpleModule {
    private static final long serialVersionUID = 1;
    private static final String NOT_READ = "not readable when the host was scanned";

    FactModule() {
        addSerializer(new Writer());
        addDeserializer(Fact.class, new Reader(null));
    }

    private static final class Writer extends StdSerializer<Fact<?>> {
        private static final long serialVersionUID = 1;

        Writer() {
            super(Fact.class, true);
        }

        @Override
        public void serialize(Fact<?> fact, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (fact instanceof Fact.Known<?> known) {
                provider.defaultSerializeValue(known.value(), out);
            } else {
                out.writeNull();
            }
        }
    }

    private static final class Reader extends JsonDeserializer<Fact<?>> implements ContextualDeserializer {
        private final @Nullable JavaType valueType;

        Reader(@Nullable JavaType valueType) {
            this.valueType = valueType;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
            JavaType type = context.getContextualType() == null ? property.getType() : context.getContextualType();
            return new Reader(type.containedType(0));
        }

        @Override
        public Fact<?> deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return Fact.known(context.readValue(in, valueType));
        }

        @Override
        public Fact<?> getNullValue(DeserializationContext context) {
            return Fact.unknown(NOT_READ);
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return getNullValue(context);
        }
    }
}
