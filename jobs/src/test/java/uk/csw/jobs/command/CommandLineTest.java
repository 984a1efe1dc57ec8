package uk.csw.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.csw.pipeline.support.Shared;

class CommandLineTest {
    @TempDir
    Path home;

    private final StringWriter printed = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "nightly --inbox",
                "nightly --inbox nowhere",
                "load",
                "load 805",
                "load 805 202x",
                "load 000 2026-03",
                "load 805 2999-01",
                "load 805 2026-03 --inbox nowhere",
                "measure 000",
                "measure 805 202x",
                "publish 000",
                "scorecard 805 202x",
                "explain NO_SUCH_KPI 805 2026-03",
                "explain CLA_START_RATE 805 2026-03 --cases",
                "explain CLA_RATE 805 2026-03 --to cases.csv",
                "signoff 805",
                "signoff 805 2026-03",
                "signoff 805 2026-3x --by A",
                "signoff 000 2026-03 --by A",
                "signoff 805 2026-03 --by A --note 1234567",
                "reopen 805 2026-03 --by A",
                "reopen 000 2026-03 --by A --reason late",
                "deliveries accept 805 2026-03 ssda903-episodes",
                "generate --to out --authorities 000",
                "runs show one",
                "nightly --config nowhere"
            })
    void wrong_arguments_end_with_2_and_no_stack_trace(String arguments) {
        assertThat(csw(Map.of(), arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEqualTo(2);
        assertThat(printed.toString()).isNotBlank().doesNotContain("\tat ", "Exception");
    }

    @Test
    void the_list_of_commands_says_of_each_a_whole_sentence() {
        assertThat(CswCommand.commandLine(Map.of(), new PrintWriter(printed), new PrintWriter(printed))
                        .getSubcommands()
                        .values())
                .isNotEmpty()
                .allSatisfy(command -> assertThat(
                                command.getCommandSpec().usageMessage().description()[0])
                        .as(command.getCommandName())
                        .endsWith("."));
    }

    @Test
    void the_projects_configuration_has_no_problems() {
        assertThat(csw(Map.of(), "config", "check")).isZero();
        assertThat(printed.toString()).contains("No problems", "layouts", "KPIs");
    }

    @Test
    void every_problem_in_the_configuration_is_named_with_file_and_line() throws IOException {
        Path config = home.resolve("config");
        copy(Shared.config(), config);
        Files.writeString(config.resolve("settings.yaml"), "landing:\n  workers: many\n");
        Path kpi = config.resolve("kpis/CLA_RATE.yaml");
        Files.writeString(kpi, Files.readString(kpi).replaceFirst("polarity: \\w+", "polarity: sideways"));

        assertThat(csw(Map.of(), "config", "check", "--config", config.toString()))
                .isEqualTo(2);
        assertThat(printed.toString()).contains("settings.yaml:", "kpis/CLA_RATE.yaml:", "sideways");
    }

    @Test
    void a_database_that_is_not_there_ends_with_1_and_says_what_to_do() {
        Map<String, String> nowhere =
                Map.of("CSW_DB_URL", "jdbc:postgresql://localhost:1/csw", "CSW_DB_PASSWORD", "hush-hush");

        assertThat(csw(nowhere, "runs", "list")).isEqualTo(1);
        assertThat(printed.toString()).contains("localhost:1", "CSW_DB_URL").doesNotContain("hush-hush", "\tat ");
    }

    @Test
    void a_home_that_cannot_be_written_to_ends_with_2_and_says_so() throws IOException {
        Files.writeString(home.resolve(".csw"), "a file where the folder should be");

        assertThat(csw(Map.of(), "runs", "list")).isEqualTo(2);
        assertThat(printed.toString())
                .startsWith("Cannot write to " + home.resolve(".csw"))
                .contains("--home")
                .doesNotContain("\tat ", "Exception");
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws IOException {
        Path file = Files.writeString(home.resolve("inbox"), "a file where the folder should be");

        assertThat(csw(Map.of(), "generate", "--to", file.toString(), "--months", "1", "--year-ends", "0"))
                .isEqualTo(1);
        assertThat(printed.toString())
                .startsWith(file + "")
                .contains("cannot be used")
                .doesNotContain("\tat ", "unforeseen");
    }

    @Test
    void a_database_of_another_kind_ends_with_2() {
        assertThat(csw(Map.of("CSW_DB_URL", "jdbc:mysql://x"), "runs", "list")).isEqualTo(2);
    }

    @Test
    void synthetic_returns_are_written_without_a_database() {
        Path inbox = home.resolve("inbox");

        assertThat(csw(
                        Map.of("CSW_DB_URL", "jdbc:postgresql://localhost:1/csw"),
                        "generate",
                        "--to",
                        inbox.toString(),
                        "--authorities",
                        "201",
                        "--months",
                        "1",
                        "--last",
                        "2026-03",
                        "--year-ends",
                        "0"))
                .isZero();
        assertThat(inbox.resolve("201/2026-03")).isNotEmptyDirectory();
    }

    private int csw(Map<String, String> environment, String... arguments) {
        PrintWriter out = new PrintWriter(printed, true);
        String[] all = Stream.concat(
                        Arrays.stream(arguments),
                        Arrays.asList(arguments).contains("--config") || arguments.length == 0
                                ? Stream.empty()
                                : Stream.of("--config", Shared.config().toString()))
                .toArray(String[]::new);
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("CSW_HOME", home.resolve(".csw").toString());
        return CswCommand.commandLine(variables, out, out).execute(all);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
