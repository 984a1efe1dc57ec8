package uk.csw.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may read what. */
class AccessTest {
    private static final List<String> CONFIDENTIAL = List.of(
            "ops.installation", "staging.person", "staging.care_episode", "quarantine.row", "quarantine.finding");

    /** What csw explain reads besides the published views; none has a row per child, family or household. */
    private static final List<String> BEHIND_FIGURES = List.of(
            "core.authority",
            "core.comparison_group",
            "core.coverage",
            "core.dim_authority",
            "core.dim_period",
            "core.neighbour",
            "core.published_value",
            "kpi.authority_name",
            "kpi.comparison_member",
            "kpi.current_comparison",
            "kpi.current_judgement",
            "kpi.current_value",
            "kpi.definition",
            "kpi.delivered_file",
            "kpi.first_value",
            "kpi.held_figure",
            "kpi.published_comparison",
            "kpi.refused_rows",
            "kpi.sign_off",
            "kpi.target");

    /** What csw explain --cases chooses its rows from. */
    private static final List<String> ROWS_BEHIND_FIGURES = List.of(
            "core.dim_code",
            "core.fact_adopter",
            "core.fact_adoption",
            "core.fact_assessment",
            "core.fact_assessment_month",
            "core.fact_care_episode",
            "core.fact_care_span",
            "core.fact_child_month",
            "core.fact_contact",
            "core.fact_early_help_month",
            "core.fact_education_plan",
            "core.fact_enquiry",
            "core.fact_foster_household",
            "core.fact_foster_household_month",
            "core.fact_plan",
            "core.fact_plan_visit",
            "core.fact_proceeding",
            "core.fact_referral",
            "core.fact_return_interview",
            "kpi.care_leaver");

    private static Warehouse warehouse;

    @BeforeAll
    static void migrate() throws SQLException {
        warehouse = Warehouse.empty();
    }

    @Test
    void nobody_but_the_loader_reads_identifiers_or_the_secret() throws SQLException {
        for (String table : CONFIDENTIAL) {
            assertThat(read("csw_loader", table)).hasSize(1);
            for (String role : List.of("csw_analyst", "csw_dashboard", "csw_public")) {
                assertThatThrownBy(() -> read(role, table)).as(role).hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void analysts_read_every_published_view_and_what_explains_a_figure_and_nothing_else() throws SQLException {
        List<String> published = warehouse.rows("""
                select format('%s.%s', schemaname, viewname)
                from pg_views
                where schemaname in ('mart', 'mart_public')
                """);
        assertThat(readableBy("csw_analyst")).containsExactlyInAnyOrderElementsOf(together(published, BEHIND_FIGURES));
        assertThat(readableInPartBy("csw_analyst")).containsExactlyInAnyOrderElementsOf(ROWS_BEHIND_FIGURES);
    }

    @Test
    void of_the_rows_behind_a_figure_analysts_read_no_birthday_and_no_place() throws SQLException {
        assertThat(warehouse.rowsAs("csw_analyst", "select child_key, need from core.fact_care_episode"))
                .isEmpty();
        assertThatThrownBy(() -> warehouse.rowsAs("csw_analyst", "select place_key from core.fact_care_episode"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> read("csw_analyst", "core.fact_care_leaver"))
                .hasMessageContaining("permission denied");
        warehouse.run(
                "insert into core.fact_care_leaver values (805, 1, '2026-03-17', 18, 'YES', null, null, 1, 1, 1)");
        assertThat(warehouse.rowsAs("csw_analyst", "select birthday from kpi.care_leaver"))
                .containsExactly("2026-03-01");
        warehouse.run("delete from core.fact_care_leaver");
    }

    @Test
    void nobody_reads_figures_that_are_not_published_yet() {
        for (String role : List.of("csw_analyst", "csw_dashboard", "csw_public")) {
            assertThatThrownBy(() -> read(role, "kpi.value")).as(role).hasMessageContaining("permission denied");
        }
    }

    @Test
    void the_dashboard_reads_every_published_view_without_a_row_per_child_family_or_household_and_nothing_else()
            throws SQLException {
        List<String> aggregate = warehouse.rows("""
                        select format('%s.%s', published.schemaname, published.viewname)
                        from pg_views as published
                        where
                            published.schemaname in ('mart', 'mart_public')
                            and not exists (
                                select 1
                                from information_schema.columns as its_column
                                where
                                    its_column.table_schema = published.schemaname
                                    and its_column.table_name = published.viewname
                                    and its_column.column_name in ('child_key', 'case_no', 'household_no', 'adopter_no')
                            )
                        """);
        assertThat(readableBy("csw_dashboard"))
                .containsExactlyInAnyOrderElementsOf(together(aggregate, BEHIND_FIGURES));
        assertThat(readableInPartBy("csw_dashboard")).isEmpty();
        assertThat(read("csw_dashboard", "mart.scorecard")).hasSize(1);
        assertThatThrownBy(() -> read("csw_dashboard", "mart.child_month")).hasMessageContaining("permission denied");
    }

    @Test
    void everybody_reads_the_public_edition_and_what_explains_it_and_no_figure_elsewhere() throws SQLException {
        assertThat(readableBy("csw_public")).containsExactlyInAnyOrderElementsOf(warehouse.rows("""
                        select format('%s.%s', schemaname, viewname)
                        from pg_views
                        where
                            schemaname = 'mart_public'
                            or schemaname = 'mart' and viewname in ('dim_authority', 'dim_period', 'dim_kpi', 'glossary')
                        """));
        assertThatThrownBy(() -> read("csw_public", "mart.scorecard")).hasMessageContaining("permission denied");
    }

    @Test
    void readers_change_nothing() {
        for (String role : List.of("csw_analyst", "csw_dashboard", "csw_public")) {
            assertThatThrownBy(() -> warehouse.run("set role " + role, "create table mart.mine (number integer)"))
                    .as(role)
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> warehouse.run("set role " + role, "delete from mart.dim_period"))
                    .as(role)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void the_loader_writes_staging_facts_and_figures() throws SQLException {
        warehouse.run(
                "set role csw_loader",
                "insert into core.population values ('301', 2024, 10000, 'first')",
                "update core.population set children_0_17 = 20000",
                "delete from core.population",
                "truncate staging.care_episode",
                "select nextval('ops.batch_job_instance_seq')");
    }

    @Test
    void the_public_is_granted_nothing() throws SQLException {
        assertThat(warehouse.rows("""
                        select relation.oid::regclass
                        from pg_class as relation
                        cross join lateral aclexplode(relation.relacl) as privilege
                        where privilege.grantee = 0
                            and relation.relnamespace::regnamespace::text
                                in ('ops', 'staging', 'quarantine', 'core', 'kpi', 'mart', 'mart_public')
                        """)).isEmpty();
        assertThat(warehouse.rows("""
                        select namespace.nspname
                        from pg_namespace as namespace
                        cross join lateral aclexplode(namespace.nspacl) as privilege
                        where privilege.grantee = 0
                            and namespace.nspname
                                in ('ops', 'staging', 'quarantine', 'core', 'kpi', 'mart', 'mart_public')
                        """)).isEmpty();
    }

    @Test
    void a_rebuilt_view_can_be_read_by_the_same_roles() throws SQLException {
        warehouse.run(
                "create view mart.rebuilt as select 1 as number",
                "create view mart_public.rebuilt as select 1 as number");

        assertThat(read("csw_analyst", "mart.rebuilt")).hasSize(1);
        assertThat(read("csw_dashboard", "mart_public.rebuilt")).hasSize(1);
        warehouse.run("drop view mart.rebuilt, mart_public.rebuilt");
    }

    private static List<String> read(String role, String table) throws SQLException {
        return warehouse.rowsAs(role, "select count(*) from " + table);
    }

    private static List<String> together(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /** The relations of which a role reads every column. */
    private static List<String> readableBy(String role) throws SQLException {
        return readable(role, "has_table_privilege('%s', relation.oid, 'select')");
    }

    /** The relations of which a role reads columns, each granted by name. */
    private static List<String> readableInPartBy(String role) throws SQLException {
        return readable(
                role,
                "has_any_column_privilege('%1$s', relation.oid, 'select')"
                        + " and not has_table_privilege('%1$s', relation.oid, 'select')");
    }

    private static List<String> readable(String role, String condition) throws SQLException {
        return warehouse.rows("""
                select format('%%s.%%s', relation.relnamespace::regnamespace, relation.relname)
                from pg_class as relation
                where
                    relation.relkind in ('r', 'v', 'm', 'p')
                    and relation.relnamespace::regnamespace::text
                        in ('ops', 'staging', 'quarantine', 'core', 'kpi', 'mart', 'mart_public')
                    and has_schema_privilege('%1$s', relation.relnamespace, 'usage')
                    and %2$s
                """.formatted(role, condition.formatted(role)));
    }
}
