package uk.csw.pipeline.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.csw.pipeline.kpi.KpiCatalogue;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.reference.Authorities;
import uk.csw.pipeline.reference.ReferenceData;
import uk.csw.pipeline.settings.ConfigurationProblems;
import uk.csw.pipeline.settings.Problem;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.TestDatabase;

class PriorityGroupsTest {
    private static final KpiCatalogue CATALOGUE = KpiCatalogue.load(Shared.config());
    private static final Authorities AUTHORITIES =
            ReferenceData.load(Shared.config()).authorities();

    @TempDir
    private Path config;

    @Test
    void the_areas_of_the_project_can_be_used() {
        assertThat(PriorityGroups.load(Shared.config(), CATALOGUE, AUTHORITIES).size())
                .isEqualTo(3);
        assertThat(PriorityGroups.load(config, CATALOGUE, AUTHORITIES).size()).isZero();
    }

    @Test
    void every_fault_is_named_with_file_and_line() throws IOException {
        write(
                "805,1,Safe,CLA_RATE",
                "805,2,Safe,CLA_3PLUS_PCT",
                "805,1,Stable,CL_SUIT_PCT",
                "805,3,Early,CLA_RATE",
                "999,1,Safe,CLA_RATE",
                "805,0,Late,CPP_RATE",
                "805,4,,CL_EET_19_21_PCT",
                "806,2,Safe,NO_SUCH");

        List<Problem> problems =
                catchThrowableOfType(ConfigurationProblems.class, this::load).problems();

        assertThat(problems)
                .extracting(problem -> problem.file() + ":" + problem.line() + " " + problem.found())
                .containsExactly(
                        "groups/test.csv:3 area 'Safe' in place 2",
                        "groups/test.csv:4 area 'Stable' in place 1",
                        "groups/test.csv:5 CLA_RATE in 'Early'",
                        "groups/test.csv:6 authority 999",
                        "groups/test.csv:7 '0' in group_order",
                        "groups/test.csv:8 nothing in group_name",
                        "groups/test.csv:9 KPI NO_SUCH");
    }

    @Test
    void an_authority_reads_its_own_areas_or_those_for_all_or_the_parts_of_the_service() throws Exception {
        try (Connection connection = TestDatabase.fresh().getConnection()) {
            connection.setAutoCommit(false);
            for (String code : new String[] {"805", "806"}) {
                Sql.of("""
                                insert into core.dim_authority values (:code::integer, :code, :code, 'Name', 'E12', 'North',
                                    'North', 'UA', '2009-01-01', '9999-12-31', true)
                                """).with("code", code).execute(connection);
            }
            Sql.of("""
                            insert into kpi.definition (kpi_code, definition_version, kpi_name, plain_english, acronyms,
                                group_name, outcome, unit, decimals, polarity, numerator_text, denominator_text,
                                comparator_text, is_current)
                            select code, 'v1', 'Name', '', '', part, '', 'per_10000', 0, 'none', '', '', '', true
                            from (
                                values ('CLA_RATE', 'Children looked after'), ('CPP_RATE', 'Child protection plans')
                            ) as kpi (code, part)
                            """).execute(connection);
            install(connection, "2026-10-01T02:00:00Z");
            assertThat(areas(connection, "805", "CLA_RATE")).containsExactly("Children looked after false");

            write("805,2,Stable homes,CLA_RATE", "805,1,Safe,CPP_RATE", ",1,Everything,CLA_RATE");
            assertThat(install(connection, "2026-10-02T02:00:00Z")).isEqualTo(3);
            assertThat(install(connection, "2026-10-03T02:00:00Z")).isZero();
            assertThat(areas(connection, "805", "CPP_RATE", "CLA_RATE"))
                    .containsExactly("Safe true", "Stable homes true");
            assertThat(areas(connection, "806", "CPP_RATE", "CLA_RATE")).containsExactly("Everything true");

            write("805,1,Stable homes,CLA_RATE");
            install(connection, "2026-10-04T02:00:00Z");
            assertThat(areas(connection, "805", "CPP_RATE", "CLA_RATE")).containsExactly("Stable homes true");
            assertThat(Sql.of("select count(*) from kpi.priority_group where withdrawn_at is not null")
                            .list(connection, row -> row.getInt(1)))
                    .containsExactly(3);
        }
    }

    private long install(Connection connection, String now) throws SQLException {
        return load().install(connection, Instant.parse(now));
    }

    private PriorityGroups load() {
        return PriorityGroups.load(config, CATALOGUE, AUTHORITIES);
    }

    private void write(String... rows) throws IOException {
        Files.createDirectories(config.resolve("groups"));
        Files.writeString(
                config.resolve("groups/test.csv"),
                "authority_code,group_order,group_name,kpi_code\n" + String.join("\n", rows) + "\n");
    }

    private static List<String> areas(Connection connection, String authority, String... kpis) throws SQLException {
        return Sql.of("""
                        select group_name || ' ' || is_configured
                        from mart.kpi_group
                        where authority_code = :authority and kpi_code = any (:kpis)
                        order by group_order, kpi_order
                        """)
                .with("authority", authority)
                .with("kpis", Arrays.asList(kpis))
                .list(connection, row -> row.getString(1));
    }
}
