package uk.csw.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may read what. */
class AccessTest {
    private static final List<String> CONFIDENTIAL = List.of(
            "ops.installation", "staging.person", "staging.care_episode", "quarantine.row", "quarantine.finding");

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
    void analysts_read_every_published_view_and_nothing_else() throws SQLException {
        assertThat(readableBy("csw_analyst")).containsExactlyInAnyOrderElementsOf(warehouse.rows("""
                        select format('%s.%s', schemaname, viewname)
                        from pg_views
                        where schemaname in ('mart', 'mart_public')
                        """));
    }

    @Test
    void the_dashboard_reads_every_published_view_without_a_row_per_child_family_or_household_and_nothing_else()
            throws SQLException {
        assertThat(readableBy("csw_dashboard")).containsExactlyInAnyOrderElementsOf(warehouse.rows("""
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
                        """));
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

    private static List<String> readableBy(String role) throws SQLException {
        return warehouse.rows("""
                select format('%%s.%%s', relation.relnamespace::regnamespace, relation.relname)
                from pg_class as relation
                where
                    relation.relkind in ('r', 'v', 'm', 'p')
                    and relation.relnamespace::regnamespace::text
                        in ('ops', 'staging', 'quarantine', 'core', 'kpi', 'mart', 'mart_public')
                    and has_schema_privilege('%1$s', relation.relnamespace, 'usage')
                    and has_table_privilege('%1$s', relation.oid, 'select')
                """.formatted(role));
    }
}
