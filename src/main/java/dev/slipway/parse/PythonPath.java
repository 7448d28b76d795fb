package dev.slipway.parse;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A path in a Python file: a literal, or literals behind {@code BASE_DIR}, which by custom is the folder of the project. */
final class PythonPath {
    private static final Pattern LITERAL = Pattern.compile("[\"']([^\"'\\n]{0,200})[\"']");

    private PythonPath() {}

    /**
     * The absolute path that an expression means, if that can be told.
     *
     * @param project folder that the project lies in
     */
    static Optional<String> of(String expression, String project) {
        if (expression.startsWith("/")) {
            return expression.indexOf('\'') < 0 && expression.indexOf('"') < 0
                    ? Optional.of(trimmed(expression))
                    : Optional.empty();
        }
        if (!expression.matches("(?s).*\\b(?:BASE_DIR|PROJECT_ROOT|PROJECT_DIR|ROOT_DIR|basedir|BASEDIR)\\b.*")) {
            return expression.matches("[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)*/?")
                    ? Optional.of(project + "/" + trimmed(expression))
                    : Optional.empty();
        }
        StringBuilder path = new StringBuilder(project);
        Matcher literal = LITERAL.matcher(expression);
        while (literal.find()) {
            path.append('/').append(literal.group(1));
        }
        return Optional.of(trimmed(path.toString().replaceAll("/{2,}", "/")));
    }

    private static String trimmed(String path) {
        return path.replaceFirst("(?<=.)/$", "");
    }

    /** The folder of the project that a settings file is of. */
    static String project(String file) {
        String folder = file.substring(0, Math.max(0, file.lastIndexOf('/')));
        if (folder.endsWith("/settings") || folder.endsWith("/conf") || folder.endsWith("/config")) {
            folder = folder.substring(0, folder.lastIndexOf('/'));
        }
        int parent = folder.lastIndexOf('/');
        return parent > 0 ? folder.substring(0, parent) : folder;
    }
}
