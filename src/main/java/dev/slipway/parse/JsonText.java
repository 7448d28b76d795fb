package dev.slipway.parse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;

/** Reads JSON, also with comments, into keys and values. What stands before a mistake is read. */
final class JsonText {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    private JsonText() {}

    static ConfigText parse(String text) {
        KeyPath path = new KeyPath();
        int line = 1;
        try (JsonParser json = FACTORY.createParser(text)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                line = json.currentTokenLocation().getLineNr();
                read(token, json, path, line);
            }
            return ConfigText.of(path.entries());
        } catch (IOException mistake) {
            return new ConfigText(path.entries(), line, "not valid JSON from here on");
        }
    }

    private static void read(JsonToken token, JsonParser json, KeyPath path, int line) throws IOException {
        switch (token) {
            case START_OBJECT -> path.startMapping();
            case START_ARRAY -> path.startList();
            case END_OBJECT, END_ARRAY -> path.end();
            case FIELD_NAME -> path.key(json.currentName());
            case VALUE_NULL -> path.value("", line);
            default -> path.value(json.getText(), line);
        }
    }
}
