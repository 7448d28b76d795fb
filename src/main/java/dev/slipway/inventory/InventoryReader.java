package dev.slipway.inventory;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Reads an inventory: YAML as in the documentation, what {@code ansible-inventory --list} prints, or CSV with a header.
 *
 * <p>All mistakes of a file come at once, in one {@link InventoryException}.
 */
public final class InventoryReader {
    private final Path home;

    /**
     * A reader.
     *
     * @param home directory that {@code ~} stands for in names of files
     */
    public InventoryReader(Path home) {
        this.home = home;
    }

    /** The inventory in a file. Paths in it are relative to the file. */
    public Inventory read(Path file) {
        Mistakes mistakes = new Mistakes(file.toString());
        try {
            return read(Files.readString(file), file);
        } catch (NoSuchFileException e) {
            throw mistakes.fatal(1, "the file does not exist");
        } catch (CharacterCodingException e) {
            throw mistakes.fatal(1, "the file is not UTF-8 text");
        } catch (IOException e) {
            throw mistakes.fatal(1, "the file cannot be read: " + e.getMessage());
        }
    }

    /**
     * The inventory in a text.
     *
     * @param file where the text comes from, for messages, relative paths and the choice of the format
     */
    public Inventory read(String text, Path file) {
        Mistakes mistakes = new Mistakes(file.toString());
        Path base = file.toAbsolutePath().normalize().getParent();
        Node document = document(text, file, mistakes);
        return new InventoryBuilder(mistakes, new Places(base == null ? home : base, home)).build(document);
    }

    private static Node document(String text, Path file, Mistakes mistakes) {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
            return CsvInventory.read(text, mistakes);
        }
        if (text.stripLeading().startsWith("{")) {
            Node document = NodeReader.json(text, mistakes);
            return AnsibleInventory.isOne(document) ? AnsibleInventory.read(document, mistakes) : document;
        }
        return NodeReader.yaml(text, mistakes);
    }
}
