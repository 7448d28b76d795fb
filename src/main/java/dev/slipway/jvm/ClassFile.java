package dev.slipway.jvm;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a compiled class says about itself.
 *
 * @param name its name: {@code com.example.Jobs}
 * @param annotations annotations of the class and of its methods, those inside a container each for itself
 * @param usedClasses classes that it refers to
 * @param strings text constants of its code, in the order of the file
 */
public record ClassFile(
        String name, List<Annotation> annotations, SortedSet<String> usedClasses, List<String> strings) {
    private static final int MAGIC = 0xCAFEBABE;

    public ClassFile {
        annotations = List.copyOf(annotations);
        usedClasses = new TreeSet<>(usedClasses);
        strings = List.copyOf(strings);
    }

    /** The class in these bytes; empty if they are none, or are damaged. */
    public static Optional<ClassFile> read(byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            if (in.getInt() != MAGIC) {
                return Optional.empty();
            }
            in.getInt();
            return Optional.of(read(in, ConstantPool.read(in)));
        } catch (BufferUnderflowException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static ClassFile read(ByteBuffer in, ConstantPool pool) {
        in.getShort();
        String name = pool.className(in.getShort());
        in.getShort();
        skip(in, 2 * unsigned(in.getShort()));
        AnnotationReader annotations = new AnnotationReader(in, pool);
        readMembers(in, pool, name, annotations, false);
        readMembers(in, pool, name, annotations, true);
        readAttributes(in, pool, name, annotations);
        return new ClassFile(name, annotations.found(), pool.classNames(), pool.strings());
    }

    /** Fields, of which nothing is kept, or methods. */
    private static void readMembers(
            ByteBuffer in, ConstantPool pool, String className, AnnotationReader annotations, boolean methods) {
        int count = unsigned(in.getShort());
        for (int i = 0; i < count; i++) {
            in.getShort();
            String place = className + "." + pool.text(in.getShort());
            in.getShort();
            readAttributes(in, pool, methods ? place : "", annotations);
        }
    }

    private static void readAttributes(ByteBuffer in, ConstantPool pool, String place, AnnotationReader annotations) {
        int count = unsigned(in.getShort());
        for (int i = 0; i < count; i++) {
            String name = pool.text(in.getShort());
            int length = in.getInt();
            int end = in.position() + length;
            if (length < 0 || end > in.limit()) {
                throw new BufferUnderflowException();
            }
            if (name.equals("RuntimeVisibleAnnotations") && !place.isEmpty()) {
                annotations.readAll(place);
            }
            in.position(end);
        }
    }

    private static void skip(ByteBuffer in, int bytes) {
        in.position(in.position() + bytes);
    }

    static int unsigned(short value) {
        return value & 0xffff;
    }
}
