package dev.slipway.jvm;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the annotations of a class file, those inside other annotations as well. */
final class AnnotationReader {
    /** Annotations inside annotations, and lists inside lists; a compiler writes two or three. */
    private static final int MAX_DEPTH = 20;

    private final ByteBuffer in;
    private final ConstantPool pool;
    private final List<Annotation> found = new ArrayList<>();

    AnnotationReader(ByteBuffer in, ConstantPool pool) {
        this.in = in;
        this.pool = pool;
    }

    List<Annotation> found() {
        return found;
    }

    /** All annotations of an attribute, whose carrier is this. */
    void readAll(String place) {
        int count = ClassFile.unsigned(in.getShort());
        for (int i = 0; i < count; i++) {
            read(place, 0);
        }
    }

    private void read(String place, int depth) {
        String descriptor = pool.text(in.getShort());
        int count = ClassFile.unsigned(in.getShort());
        SortedMap<String, String> values = new TreeMap<>();
        int inner = found.size();
        for (int i = 0; i < count; i++) {
            String name = pool.text(in.getShort());
            values.put(name, value(place, depth));
        }
        found.add(inner, new Annotation(place, typeName(descriptor), values));
    }

    private String value(String place, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("annotations are nested too deeply");
        }
        char tag = (char) in.get();
        return switch (tag) {
            case 's' -> pool.text(in.getShort());
            case 'Z' -> String.valueOf(pool.number(in.getShort()) != 0);
            case 'B', 'C', 'D', 'F', 'I', 'J', 'S' -> String.valueOf(pool.number(in.getShort()));
            case 'e' -> {
                in.getShort();
                yield pool.text(in.getShort());
            }
            case 'c' -> typeName(pool.text(in.getShort()));
            case '@' -> {
                read(place, depth + 1);
                yield "";
            }
            case '[' -> list(place, depth + 1);
            default -> throw new IllegalArgumentException("no such value: " + tag);
        };
    }

    private String list(String place, int depth) {
        int count = ClassFile.unsigned(in.getShort());
        List<String> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(value(place, depth));
        }
        items.removeIf(String::isEmpty);
        return String.join(",", items);
    }

    private static String typeName(String descriptor) {
        return descriptor.replaceFirst("^L(.*);$", "$1").replace('/', '.');
    }
}
