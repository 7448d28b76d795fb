package dev.slipway.draft;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.reflect.Guard;
import com.github.mustachejava.reflect.MissingWrapper;
import com.github.mustachejava.reflect.ReflectionObjectHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/**
 * Text with holes. What goes into a hole is written as it is: whoever fills it has made it harmless for the language of the text
 * ({@link PlainText}). A name that nobody fills is an error.
 */
final class Template {
    private static final class Strict extends ReflectionObjectHandler {
        @Override
        protected MissingWrapper createMissingWrapper(String name, List<Guard> guards) {
            throw new MustacheException("nothing fills {{" + name + "}}");
        }
    }

    private Template() {}

    /**
     * The text of a template.
     *
     * @param file its name below {@code drafts/}
     * @param model a record whose components fill the holes
     */
    static String fill(String file, Object model) {
        StringWriter text = new StringWriter();
        new Plain().compile(file).execute(text, model);
        return text.toString();
    }

    private static final class Plain extends DefaultMustacheFactory {
        Plain() {
            super("drafts");
            setObjectHandler(new Strict());
        }

        @Override
        public void encode(String value, Writer writer) {
            try {
                writer.write(value);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
