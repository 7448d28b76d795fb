package dev.slipway.ssh;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which signature algorithms to try with a host. Each wrong one counts as a failed login, and of those a host allows few; which ones
 * it knows, its version tells.
 */
final class SignatureChoice {
    private static final Pattern OPENSSH = Pattern.compile("OpenSSH_(\\d{1,4})\\.(\\d{1,4}).*");
    private static final int SHA2_SINCE = 702;

    private SignatureChoice() {}

    /**
     * The algorithms worth trying, best first.
     *
     * @param algorithms those that the key has, best first
     * @param version what the host says it is: {@code OpenSSH_7.4}
     */
    static List<String> algorithms(List<String> algorithms, String version, boolean legacy) {
        if (algorithms.size() == 1) {
            return algorithms;
        }
        Matcher openSsh = OPENSSH.matcher(version);
        if (openSsh.matches()) {
            int number = Integer.parseInt(openSsh.group(1)) * 100 + Integer.parseInt(openSsh.group(2));
            return number >= SHA2_SINCE ? algorithms.subList(0, 1) : only(algorithms, legacy, name -> !isSha2(name));
        }
        return only(
                algorithms,
                true,
                name -> (legacy || isSha2(name)) && !(version.startsWith("dropbear") && name.contains("512")));
    }

    private static List<String> only(
            List<String> algorithms, boolean any, java.util.function.Predicate<String> chosen) {
        return any ? algorithms.stream().filter(chosen).toList() : List.of();
    }

    private static boolean isSha2(String algorithm) {
        return algorithm.startsWith("rsa-sha2-");
    }
}
