package dev.slipway.inventory;

import dev.slipway.inventory.Node.Scalar;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the files are that an inventory names.
 *
 * @param base directory of the inventory
 * @param home directory that {@code ~} stands for
 */
record Places(Path base, Path home) {

    Path resolve(String text) {
        if (text.equals("~")) {
            return home;
        }
        return text.startsWith("~/") ? home.resolve(text.substring(2)) : base.resolve(text);
    }

    /** The files that a key names; each must exist. */
    List<Path> files(Fields fields, String key) {
        return fields.texts(key).stream()
                .map(Scalar::text)
                .flatMap(text -> existing(fields, key, text).stream())
                .toList();
    }

    /** The file that a key names; it must exist. */
    Optional<Path> file(Fields fields, String key) {
        return fields.text(key).flatMap(text -> existing(fields, key, text));
    }

    private Optional<Path> existing(Fields fields, String key, String text) {
        Path file;
        try {
            file = resolve(text);
        } catch (InvalidPathException e) {
            fields.wrong(key, "'" + key + "': '" + text + "' is not a file name");
            return Optional.empty();
        }
        if (!Files.exists(file)) {
            fields.wrong(key, "'" + key + "': " + file + " does not exist");
            return Optional.empty();
        }
        return Optional.of(file);
    }
}
