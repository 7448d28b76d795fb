package dev.slipway.facts;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** A value that may have been unreadable on the host; an unreadable value is never mistaken for an empty one. */
public sealed interface Fact<T> {

    /** A value that was read. "Not set" is the empty value of its type: {@code ""}, {@code 0}, an empty list. */
    record Known<T>(T value) implements Fact<T> {
        public Known {
            Objects.requireNonNull(value, "value");
        }
    }

    /** A value that could not be read, and why, in words for a person: {@code "needs root"}. */
    record Unknown<T>(String reason) implements Fact<T> {
        public Unknown {
            Objects.requireNonNull(reason, "reason");
        }
    }

    static <T> Fact<T> known(T value) {
        return new Known<>(value);
    }

    static <T> Fact<T> unknown(String reason) {
        return new Unknown<>(reason);
    }

    /** The value if it is there, else unknown for this reason. */
    static <T> Fact<T> of(Optional<T> value, String reasonIfAbsent) {
        return value.<Fact<T>>map(Known::new).orElseGet(() -> new Unknown<>(reasonIfAbsent));
    }

    default Optional<T> toOptional() {
        return this instanceof Known<T> known ? Optional.of(known.value) : Optional.empty();
    }

    default boolean isKnown() {
        return this instanceof Known<T>;
    }

    /** Why the value is unknown; empty if it is known. */
    default String reason() {
        return this instanceof Unknown<T> unknown ? unknown.reason : "";
    }

    default T orElse(T other) {
        return toOptional().orElse(other);
    }

    default <R> Fact<R> map(Function<? super T, ? extends R> f) {
        return this instanceof Known<T> known ? new Known<>(f.apply(known.value)) : new Unknown<>(reason());
    }

    /** True if the value is known and equals this one. */
    default boolean is(T other) {
        return toOptional().filter(other::equals).isPresent();
    }

    /** This fact if it is known, else the other one. */
    default Fact<T> or(Fact<T> other) {
        return isKnown() ? this : other;
    }
}
