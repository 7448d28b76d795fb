package dev.slipway.rules;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerLibrary;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelRuntimeLibrary;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Functions that rules have beyond CEL's own: {@code older(a, b)} for versions and {@code inRange(address, cidr)}. */
final class FactFunctions {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    static final CelCompilerLibrary COMPILER = new Declarations();
    static final CelRuntimeLibrary RUNTIME = new Bindings();

    private FactFunctions() {}

    /** Whether version {@code a} comes before version {@code b}, number by number: {@code 9.0.9} before {@code 9.0.15}. */
    static boolean older(String a, String b) {
        List<Long> left = numbers(a);
        List<Long> right = numbers(b);
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            long l = i < left.size() ? left.get(i) : 0;
            long r = i < right.size() ? right.get(i) : 0;
            if (l != r) {
                return l < r;
            }
        }
        return false;
    }

    private static List<Long> numbers(String version) {
        Matcher matcher = NUMBER.matcher(version);
        List<Long> numbers = new ArrayList<>();
        while (matcher.find()) {
            numbers.add(Long.parseLong(matcher.group()));
        }
        return numbers;
    }

    /** Whether an IPv4 address lies in a range: {@code inRange("10.1.2.3", "10.0.0.0/8")}; false for anything else. */
    static boolean inRange(String address, String cidr) {
        int slash = cidr.indexOf('/');
        Optional<BigInteger> ip = ipv4(address.replaceFirst("/.*", ""));
        Optional<BigInteger> network = slash < 0 ? Optional.empty() : ipv4(cidr.substring(0, slash));
        if (ip.isEmpty() || network.isEmpty() || !cidr.substring(slash + 1).matches("\\d|[12]\\d|3[0-2]")) {
            return false;
        }
        int hostBits = 32 - Integer.parseInt(cidr.substring(slash + 1));
        return ip.get().shiftRight(hostBits).equals(network.get().shiftRight(hostBits));
    }

    private static Optional<BigInteger> ipv4(String address) {
        if (!address.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
            return Optional.empty();
        }
        BigInteger value = BigInteger.ZERO;
        for (String part : address.split("\\.", -1)) {
            if (Integer.parseInt(part) > 255) {
                return Optional.empty();
            }
            value = value.shiftLeft(8).add(new BigInteger(part));
        }
        return Optional.of(value);
    }

    private static final class Declarations implements CelCompilerLibrary {
        @Override
        public void setCheckerOptions(dev.cel.checker.CelCheckerBuilder checker) {
            checker.addFunctionDeclarations(ImmutableList.of(textPredicate("older"), textPredicate("inRange")));
        }

        @Override
        public void setParserOptions(dev.cel.parser.CelParserBuilder parser) {
            // Nothing: the functions need no syntax of their own.
        }

        private static CelFunctionDecl textPredicate(String name) {
            return CelFunctionDecl.newFunctionDeclaration(
                    name,
                    CelOverloadDecl.newGlobalOverload(
                            name + "_string_string", SimpleType.BOOL, SimpleType.STRING, SimpleType.STRING));
        }
    }

    private static final class Bindings implements CelRuntimeLibrary {
        @Override
        public void setRuntimeOptions(CelRuntimeBuilder runtime) {
            runtime.addFunctionBindings(
                    CelFunctionBinding.from("older_string_string", String.class, String.class, FactFunctions::older),
                    CelFunctionBinding.from(
                            "inRange_string_string", String.class, String.class, FactFunctions::inRange));
        }
    }
}
