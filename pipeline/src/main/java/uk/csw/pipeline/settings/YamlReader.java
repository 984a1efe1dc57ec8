package uk.csw.pipeline.settings;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.serialization.NodeReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads YAML files of one kind and checks each against the JSON Schema of that kind in {@code config/schema/}.
 * Nothing is thrown for a bad file: its problems, all of them and with lines, come back with it.
 */
public final class YamlReader {
    private static final Pattern REPEATED_KEY = Pattern.compile("^Duplicate Object property (\".*?\")");

    private final Path configDir;
    private final Schema schema;
    private final SchemaErrors errors;
    private final NodeReader nodes = NodeReader.builder()
            .yamlMapper(YAMLMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .locationAware()
            .build();

    private YamlReader(Path configDir, Schema schema) {
        this.configDir = configDir;
        this.schema = schema;
        this.errors = new SchemaErrors(schema.getSchemaNode());
    }

    /**
     * A reader for files that follow {@code config/schema/<schemaFile>}.
     *
     * @throws ConfigurationProblems when the schema itself cannot be read
     */
    public static YamlReader of(Path configDir, String schemaFile) {
        Path file = configDir.resolve("schema").resolve(schemaFile);
        try {
            // Words of messages must not depend on the machine's language.
            SchemaRegistryConfig english =
                    SchemaRegistryConfig.builder().locale(Locale.ROOT).build();
            SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(english));
            return new YamlReader(configDir, registry.getSchema(Files.readString(file), InputFormat.JSON));
        } catch (IOException | RuntimeException e) {
            throw new ConfigurationProblems(List.of(new Problem(
                    "schema/" + schemaFile,
                    0,
                    "a schema that cannot be read (" + e + ")",
                    "a JSON Schema",
                    "restore the file that came with this release")));
        }
    }

    /** Reads {@code config/<file>}. */
    public YamlFile read(String file) {
        List<Problem> problems = new ArrayList<>();
        Optional<String> text = ConfigText.read(configDir, file, problems);
        if (text.isEmpty()) {
            return new YamlFile(file, MissingNode.getInstance(), problems);
        }
        JsonNode root;
        try {
            root = nodes.readTree(text.get(), InputFormat.YAML);
        } catch (JacksonException e) {
            return new YamlFile(file, MissingNode.getInstance(), List.of(notYaml(file, e)));
        }
        if (root == null || root.isMissingNode() || root.isNull()) {
            return unreadable(file, 0, "an empty file", "YAML");
        }
        return new YamlFile(
                file,
                root,
                schema.validate(root).stream()
                        .map(error -> errors.problem(file, root, error))
                        .toList());
    }

    /** Reads every {@code .yaml} file in {@code config/<folder>} and below, in order of path. */
    public List<YamlFile> readAll(String folder) {
        Path start = configDir.resolve(folder);
        if (!Files.isDirectory(start)) {
            return List.of(unreadable(folder, 0, "no such folder", "a folder of YAML files"));
        }
        try (Stream<Path> paths = Files.walk(start)) {
            return paths.filter(path -> path.toString().endsWith(".yaml"))
                    .map(path -> configDir.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .map(this::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + start, e);
        }
    }

    private static YamlFile unreadable(String file, int line, String found, String expected) {
        return new YamlFile(
                file,
                MissingNode.getInstance(),
                List.of(new Problem(file, line, found, expected, "correct the file and run 'config check'")));
    }

    /** The parser's own mark is nearer to the mistake than the last token Jackson saw. */
    private static int lineOf(JacksonException problem) {
        if (problem.getCause() instanceof MarkedYamlEngineException marked) {
            Optional<Mark> mark = marked.getProblemMark().or(marked::getContextMark);
            if (mark.isPresent()) {
                return mark.get().getLine() + 1;
            }
        }
        return problem.getLocation() == null
                ? 0
                : Math.max(0, problem.getLocation().getLineNr());
    }

    private static Problem notYaml(String file, JacksonException problem) {
        String message = problem.getOriginalMessage();
        Matcher repeated = REPEATED_KEY.matcher(message);
        if (repeated.find()) {
            return new Problem(
                    file, lineOf(problem), repeated.group(1) + " a second time", "each key once", "remove one of them");
        }
        String said = problem.getCause() instanceof MarkedYamlEngineException marked
                ? Stream.of(marked.getContext(), marked.getProblem())
                        .filter(text -> text != null && !text.isBlank())
                        .collect(Collectors.joining(": "))
                : message.lines().findFirst().orElse("");
        return new Problem(
                file,
                lineOf(problem),
                "what is no YAML (" + said + ")",
                "valid YAML",
                "look at the indentation, colons and quotes of this line and the one before");
    }
}
