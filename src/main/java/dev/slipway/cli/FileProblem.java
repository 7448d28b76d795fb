package dev.slipway.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;

/** Says in words what went wrong with a file, and what to do about it. */
final class FileProblem {
    private FileProblem() {}

    static String describe(IOException problem) {
        if (problem instanceof NoSuchFileException missing) {
            return missing.getFile() + ": there is no such file. Check the path.";
        } else if (problem instanceof AccessDeniedException denied) {
            return denied.getFile() + ": no permission. Check the file's owner and mode.";
        } else if (problem instanceof NotDirectoryException file) {
            return file.getFile() + ": this is not a directory.";
        } else if (problem instanceof FileSystemException other) {
            return Optional.ofNullable(other.getFile()).map(file -> file + ": ").orElse("")
                    + reason(Optional.ofNullable(other.getReason()).orElse("cannot be read or written"));
        } else if (problem instanceof FileNotFoundException) {
            return String.valueOf(problem.getMessage());
        }
        return reason(Optional.ofNullable(problem.getMessage()).orElse("a file cannot be read or written"));
    }

    private static String reason(String reason) {
        return reason.contains("No space left")
                ? "the disk is full. Free some space and run it again."
                : reason.endsWith(".") ? reason : reason + ".";
    }
}
