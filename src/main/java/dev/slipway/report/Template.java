package dev.slipway.report;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.reflect.Guard;
import com.github.mustachejava.reflect.MissingWrapper;
import com.github.mustachejava.reflect.ReflectionObjectHandler;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;

/** A page as it is packaged, with names where a page's values go. A name that a page lacks is a bug and fails loudly. */
final class Template {
    static final Template INDEX = new Template("index.html");
    static final Template OWNER = new Template("owner.html");
    static final Template HOST = new Template("host.html");

    private final Mustache mustache;

    private Template(String name) {
        this.mustache = new Factory().compile(name);
    }

    String render(Object page) {
        StringWriter out = new StringWriter();
        mustache.execute(out, page);
        return out.toString();
    }

    /** Reads templates from the class path, escapes all values. */
    private static final class Factory extends DefaultMustacheFactory {
        Factory() {
            setObjectHandler(new StrictHandler());
        }

        @Override
        public Reader getReader(String name) {
            return new StringReader(Resource.text(name));
        }

        /** A part may be a style or a script as well as a template. */
        @Override
        public String resolvePartialPath(String directory, String name, String extension) {
            return name.contains(".") ? name : name + ".html";
        }

        @Override
        public void encode(String value, Writer writer) {
            VisibleText.escape(value, writer);
        }
    }

    /** Knows no missing names. */
    private static final class StrictHandler extends ReflectionObjectHandler {
        @Override
        protected MissingWrapper createMissingWrapper(String name, List<Guard> guards) {
            throw new MustacheException("the page has nothing called " + name);
        }
    }
}
