package dev.slipway.rules;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.slipway.rules.FactType.ListOf;
import dev.slipway.rules.FactType.Struct;
import dev.slipway.rules.Rule.Expression;
import dev.slipway.yaml.NearestName;
import dev.slipway.yaml.Place;
import dev.slipway.yaml.YamlException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks and runs CEL expressions over facts: types at load, unknowns tracked at evaluation. */
final class CelEnvironment {
    private static final CelOptions OPTIONS =
            CelOptions.current().enableUnknownTracking(true).build();
    private static final Pattern UNDEFINED_FIELD = Pattern.compile("undefined field '([^']*)'");
    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'");

    private final FactSchema schema;
    private final SortedMap<String, StructType> structs = new TreeMap<>();

    /** By subject; making one takes longer than compiling with it. */
    private final SortedMap<String, CelCompiler> compilers = new TreeMap<>();

    private final CelRuntime runtime;

    CelEnvironment(FactSchema schema) {
        this.schema = schema;
        List.of(schema.host(), schema.workload(), schema.target()).forEach(this::declare);
        this.runtime = CelRuntimeFactory.legacyCelRuntimeBuilder()
                .setOptions(OPTIONS)
                .addLibraries(FactFunctions.RUNTIME)
                .build();
    }

    /**
     * The checked expression.
     *
     * @throws YamlException with file, line and column if a name or type in it is wrong
     */
    CelAbstractSyntaxTree check(Expression expression, String subject) {
        return check(expression, subject, SimpleType.BOOL, "true or false");
    }

    /**
     * The checked expression, whose value is a list of texts.
     *
     * @throws YamlException with file, line and column if a name or type in it is wrong
     */
    CelAbstractSyntaxTree checkTexts(Expression expression, String subject) {
        return check(expression, subject, ListType.create(SimpleType.STRING), "a list of texts");
    }

    private CelAbstractSyntaxTree check(Expression expression, String subject, CelType type, String typeInWords) {
        CelValidationResult result =
                compilers.computeIfAbsent(subject, this::compiler).compile(expression.source());
        if (result.hasError()) {
            throw error(expression, result.getErrors().get(0));
        }
        try {
            CelAbstractSyntaxTree checked = result.getAst();
            if (!checked.getResultType().equals(type)) {
                throw new YamlException(
                        expression.place(), "the expression is not " + typeInWords + "; in: " + expression.source());
            }
            return checked;
        } catch (CelValidationException e) {
            throw new IllegalStateException(e);
        }
    }

    CelRuntime.Program program(CelAbstractSyntaxTree checked) {
        try {
            return runtime.createProgram(checked);
        } catch (CelEvaluationException e) {
            throw new IllegalStateException(e);
        }
    }

    private CelCompiler compiler(String subject) {
        Struct it = schema.subjectType(subject).orElseThrow(() -> new IllegalArgumentException(subject));
        return CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setTypeProvider(new Types(ImmutableSortedMap.copyOfSorted(structs)))
                .addLibraries(FactFunctions.COMPILER)
                .addVar("it", StructTypeReference.create(it.name()))
                .addVar("workload", StructTypeReference.create(schema.workload().name()))
                .addVar("host", StructTypeReference.create(schema.host().name()))
                .addVar("target", StructTypeReference.create(schema.target().name()))
                .build();
    }

    private CelType declare(FactType type) {
        if (type instanceof Struct struct) {
            if (!structs.containsKey(struct.name())) {
                SortedMap<String, CelType> fields = new TreeMap<>();
                structs.put(struct.name(), structType(struct.name(), fields));
                struct.fields().forEach((name, field) -> fields.put(name, declare(field)));
                structs.put(struct.name(), structType(struct.name(), fields));
            }
            return StructTypeReference.create(struct.name());
        } else if (type instanceof ListOf list) {
            return ListType.create(declare(list.element()));
        } else if (type instanceof FactType.MapOf) {
            return MapType.create(SimpleType.STRING, SimpleType.STRING);
        } else if (type instanceof FactType.Text) {
            return SimpleType.STRING;
        } else if (type instanceof FactType.Flag) {
            return SimpleType.BOOL;
        }
        return type instanceof FactType.Fraction ? SimpleType.DOUBLE : SimpleType.INT;
    }

    private static StructType structType(String name, SortedMap<String, CelType> fields) {
        ImmutableSortedMap<String, CelType> types = ImmutableSortedMap.copyOfSorted(fields);
        return StructType.create(name, types.keySet(), field -> Optional.ofNullable(types.get(field)));
    }

    private YamlException error(Expression expression, CelIssue issue) {
        Place at = expression.place();
        int line = Math.max(1, issue.getSourceLocation().getLine());
        int column = Math.max(0, issue.getSourceLocation().getColumn());
        Place place = line == 1
                ? new Place(at.source(), at.line(), at.column() + column)
                : new Place(at.source(), at.line() + line - 1, column + 1);
        return new YamlException(place, issue.getMessage() + hint(issue.getMessage()) + "; in: " + expression.source());
    }

    private String hint(String message) {
        Matcher field = UNDEFINED_FIELD.matcher(message);
        Matcher name = UNDECLARED.matcher(message);
        if (field.find()) {
            return NearestName.hint(field.group(1), schema.fieldNames().keySet());
        }
        return name.find() ? NearestName.hint(name.group(1), List.of("it", "workload", "host", "target")) : "";
    }

    /** The struct types by name. */
    private record Types(ImmutableSortedMap<String, StructType> structs) implements CelTypeProvider {
        @Override
        public ImmutableCollection<CelType> types() {
            return ImmutableList.copyOf(structs.values());
        }

        @Override
        public Optional<CelType> findType(String name) {
            return Optional.ofNullable(structs.get(name));
        }
    }
}
