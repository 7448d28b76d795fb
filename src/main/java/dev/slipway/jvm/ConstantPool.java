package dev.slipway.jvm;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The constants of a class file, by their numbers; those of kinds that nothing here asks for are not kept. */
final class ConstantPool {
    private static final int UTF8 = 1;
    private static final int INTEGER = 3;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;
    private static final int STRING = 8;

    private final int[] kinds;
    private final String[] texts;
    private final long[] numbers;

    private ConstantPool(int size) {
        this.kinds = new int[size];
        this.texts = new String[size];
        this.numbers = new long[size];
    }

    static ConstantPool read(ByteBuffer in) {
        ConstantPool pool = new ConstantPool(ClassFile.unsigned(in.getShort()));
        for (int i = 1; i < pool.kinds.length; i++) {
            pool.kinds[i] = in.get();
            pool.readOne(in, i);
            if (pool.kinds[i] == LONG || pool.kinds[i] == DOUBLE) {
                i++;
            }
        }
        return pool;
    }

    private void readOne(ByteBuffer in, int index) {
        switch (kinds[index]) {
            case UTF8 -> texts[index] = utf8(in);
            case INTEGER, 4 -> numbers[index] = in.getInt();
            case LONG, DOUBLE -> numbers[index] = in.getLong();
            // names of classes, strings, method types, modules, packages
            case CLASS, STRING, 16, 19, 20 -> numbers[index] = ClassFile.unsigned(in.getShort());
            // fields, methods, names with types, dynamic constants
            case 9, 10, 11, 12, 17, 18 -> in.getInt();
            case 15 -> {
                in.get();
                in.getShort();
            }
            default -> throw new IllegalArgumentException("no such constant: " + kinds[index]);
        }
    }

    private static String utf8(ByteBuffer in) {
        byte[] bytes = new byte[ClassFile.unsigned(in.getShort())];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The text of this number; empty if it is none. */
    String text(short index) {
        return textAt(ClassFile.unsigned(index));
    }

    private String textAt(int index) {
        checkIndex(index);
        String text = texts[index];
        return text == null ? "" : text;
    }

    /** The number that is kept under this number. */
    long number(short index) {
        int at = ClassFile.unsigned(index);
        checkIndex(at);
        return kinds[at] == DOUBLE || kinds[at] == 4 ? 0 : numbers[at];
    }

    /** Name of the class of this number, with dots. */
    String className(short index) {
        return nameAt(ClassFile.unsigned(index));
    }

    private String nameAt(int index) {
        checkIndex(index);
        return textAt((int) numbers[index]).replace('/', '.');
    }

    SortedSet<String> classNames() {
        SortedSet<String> names = new TreeSet<>();
        of(CLASS).forEach(index -> names.add(nameAt(index)));
        return names;
    }

    List<String> strings() {
        return of(STRING).mapToObj(index -> textAt((int) numbers[index])).toList();
    }

    private IntStream of(int kind) {
        return IntStream.range(1, kinds.length).filter(index -> kinds[index] == kind);
    }

    private void checkIndex(int index) {
        if (index >= kinds.length) {
            throw new BufferUnderflowException();
        }
    }
}
