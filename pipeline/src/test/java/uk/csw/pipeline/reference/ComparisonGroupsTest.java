package uk.csw.pipeline.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.settings.Problem;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.TestDatabase;

class ComparisonGroupsTest {
    private static final Authorities AUTHORITIES =
            ReferenceData.load(Shared.config()).authorities();

    @TempDir
    private Path config;

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void every_fault_is_named_with_file_and_line_all_at_once() throws IOException {
        groups(
                "England,Ours,2026,2026-04-01,,,805",
                "england,Ours,2026,2026-04-01,,,805",
                "ours,Consortium,2026,2026-04-01,2025-03-31,805,806",
                "ours,Consortium,2027,2027-04-01,,999,806",
                "cipfa,CIPFA,2026,2026-04-01,,805,805",
                "cipfa,CIPFA,2026,2026-04-01,,805,806",
                "cipfa,CIPFA,2026,2026-04-01,,805,806",
                "cipfa,Consortium,2026,2026-04-01,,805,807",
                "cipfa,CIPFA,2026,2026-05-01,,805,808",
                "cipfa,CIPFA,2027,2027-04-01,,805,808",
                "cipfa,CIPFA,2026,2026-04-01,,,808",
                "other,Other,2026,today,,,808",
                "alone,Alone,2026,2026-04-01,,,808",
                "twice,Consortium,2026,2026-04-01,,805,808");

        assertThat(read()).hasSize(14);
        assertThat(problems)
                .extracting(problem -> problem.line() + " " + problem.found())
                .containsExactly(
                        "2 'England' in group_code",
                        "3 group_code england",
                        "4 valid_to before valid_from",
                        "5 '999' in authority_code",
                        "6 authority 805 compared with itself",
                        "8 member 806 of cipfa 2026 of 805 again",
                        "9 'Consortium' for cipfa",
                        "10 cipfa 2026 of 805 from 2026-05-01 to 9999-12-31",
                        "11 cipfa 2027 of 805 from 2027-04-01 to 9999-12-31",
                        "12 no authority_code for cipfa",
                        "13 'today' in valid_from",
                        "15 'Consortium' for twice",
                        "2 England 2026 with one member",
                        "3 england 2026 with one member",
                        "12 cipfa 2026 with one member",
                        "13 other 2026 with one member",
                        "14 alone 2026 with one member");
        assertThat(problems).extracting(Problem::file).containsOnly("comparison-groups/test.csv");
    }

    @Test
    void without_the_folder_there_are_no_groups() {
        assertThat(read()).isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void each_member_is_compared_with_the_others_or_an_authority_with_a_list_of_its_own()
            throws IOException, SQLException {
        groups(
                "tees,Tees Valley,2020,2020-04-01,2026-03-31,,805",
                "tees,Tees Valley,2020,2020-04-01,2026-03-31,,806",
                "tees,Tees Valley,2020,2020-04-01,2026-03-31,,807",
                "tees,Tees Valley,2026,2026-04-01,,,805",
                "tees,Tees Valley,2026,2026-04-01,,,806",
                "cipfa,CIPFA nearest neighbours,2026,2026-04-01,,805,807",
                "cipfa,CIPFA nearest neighbours,2026,2026-04-01,,806,372");

        ReferenceData shipped = ReferenceData.load(Shared.config());
        try (Connection connection = TestDatabase.fresh().getConnection()) {
            new ReferenceData(
                            shipped.authorities(),
                            shipped.codes(),
                            shipped.neighbours(),
                            read(),
                            shipped.population(),
                            shipped.workingDays(),
                            "test")
                    .install(connection);

            assertThat(problems).isEmpty();
            assertThat(Sql.of("""
                                    select concat_ws(' ', group_code, edition, valid_to, authority_name, 'beside',
                                        string_agg(member_name, ', ' order by member_name))
                                    from mart.comparison_group
                                    group by group_code, edition, valid_to, authority_name
                                    order by group_code, edition, authority_name
                                    """).list(connection, row -> row.getString(1)))
                    .containsExactly(
                            "cipfa 2026 9999-12-31 Hartlepool beside Redcar and Cleveland",
                            "cipfa 2026 9999-12-31 Middlesbrough beside Rotherham",
                            "tees 2020 2026-03-31 Hartlepool beside Middlesbrough, Redcar and Cleveland",
                            "tees 2020 2026-03-31 Middlesbrough beside Hartlepool, Redcar and Cleveland",
                            "tees 2020 2026-03-31 Redcar and Cleveland beside Hartlepool, Middlesbrough",
                            "tees 2026 9999-12-31 Hartlepool beside Middlesbrough",
                            "tees 2026 9999-12-31 Middlesbrough beside Hartlepool");
        }
    }

    private List<ComparisonGroupMember> read() {
        return new ComparisonGroupFiles(config, AUTHORITIES, problems).read();
    }

    private void groups(String... rows) throws IOException {
        Path folder = Files.createDirectories(config.resolve("comparison-groups"));
        Files.writeString(
                folder.resolve("test.csv"),
                "group_code,group_name,edition,valid_from,valid_to,authority_code,member_code\n"
                        + String.join("\n", rows) + "\n");
    }
}
