package uk.csw.pipeline.reference;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.csw.pipeline.calendar.WorkingDays;
import uk.csw.pipeline.postgres.Sql;

/** Replaces the dimensions that hold reference data, all of them in one transaction, when the data changed. */
final class ReferenceInstaller {
    static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2040, 12, 31);

    private static final Logger LOG = LoggerFactory.getLogger(ReferenceInstaller.class);
    /** To be raised when the way data is carried into the dimensions changes. */
    private static final String EDITION = "1:";

    private static final List<String> TABLES = List.of(
            "core.dim_date",
            "core.dim_period",
            "core.dim_authority",
            "core.authority_change",
            "core.dim_code",
            "core.neighbour",
            "core.comparison_group_member",
            "core.comparison_group",
            "core.population");

    private final ReferenceData data;

    ReferenceInstaller(ReferenceData data) {
        this.data = data;
    }

    boolean install(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            return replaceIfChanged(connection);
        }
        connection.setAutoCommit(false);
        try {
            boolean changed = replaceIfChanged(connection);
            connection.commit();
            return changed;
        } catch (SQLException | RuntimeException failure) {
            connection.rollback();
            throw failure;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private boolean replaceIfChanged(Connection connection) throws SQLException {
        String fingerprint = EDITION + data.fingerprint();
        String held = file("lock_state.sql")
                .first(connection, row -> row.getString(1))
                .orElseThrow(() -> new IllegalStateException("ops.reference_state has lost its row"));
        if (held.equals(fingerprint)) {
            return false;
        }
        for (String table : TABLES) {
            Sql.of("delete from " + table).execute(connection);
        }
        dates().execute(connection);
        new Months(FIRST_DAY, LAST_DAY).insert().execute(connection);
        authorities().execute(connection);
        changes().execute(connection);
        codes().execute(connection);
        neighbours().execute(connection);
        comparisonGroups().execute(connection);
        population().execute(connection);
        Sql.of("call core.use_published_population()").execute(connection);
        // The first night begins at once, and would be planned for dimensions without a row.
        Sql.of("analyze " + String.join(", ", TABLES)).execute(connection);
        file("remember_state.sql").with("fingerprint", fingerprint).execute(connection);
        return true;
    }

    private Sql dates() {
        WorkingDays days = data.workingDays();
        LOG.info(
                "Bank holidays are known from {} to {}; outside these years working days are Monday to Friday",
                days.firstKnownYear(),
                days.lastKnownYear());
        return file("dim_date.sql")
                .with("first_day", FIRST_DAY.toString())
                .with("last_day", LAST_DAY.toString())
                .with("holidays", texts(days.holidays(), LocalDate::toString));
    }

    private Sql authorities() {
        List<Authority> all = data.authorities().all();
        return file("dim_authority.sql")
                .with("codes", texts(all, Authority::code))
                .with("gss_codes", texts(all, Authority::gssCode))
                .with("names", texts(all, Authority::name))
                .with("region_codes", texts(all, Authority::regionCode))
                .with("region_names", texts(all, Authority::regionName))
                .with("comparison_region_names", texts(all, Authority::comparisonRegionName))
                .with("types", texts(all, Authority::type))
                .with(
                        "valid_froms",
                        texts(all, authority -> authority.validFrom().toString()))
                .with("valid_tos", texts(all, authority -> authority.validTo().toString()));
    }

    private Sql changes() {
        List<AuthorityChange> all = data.authorities().changes();
        return file("authority_change.sql")
                .with("effective_dates", texts(all, change -> change.effective().toString()))
                .with("from_codes", texts(all, AuthorityChange::fromCode))
                .with("from_gss_codes", texts(all, AuthorityChange::fromGssCode))
                .with("from_names", texts(all, AuthorityChange::fromName))
                .with("to_codes", texts(all, AuthorityChange::toCode))
                .with("to_gss_codes", texts(all, AuthorityChange::toGssCode))
                .with("to_names", texts(all, AuthorityChange::toName))
                .with("types", texts(all, AuthorityChange::type));
    }

    private Sql codes() {
        List<Code> all = data.codes().all();
        return file("dim_code.sql")
                .with("sets", texts(all, Code::set))
                .with("codes", texts(all, Code::code))
                .with("names", texts(all, Code::name))
                .with("group_codes", texts(all, Code::groupCode))
                .with("group_names", texts(all, Code::groupName))
                .with("sort_orders", all.stream().map(Code::sortOrder).toList())
                .with("valid_froms", texts(all, code -> code.validFrom().toString()))
                .with("valid_tos", texts(all, code -> code.validTo().toString()));
    }

    private Sql neighbours() {
        List<Neighbour> all = data.neighbours();
        return file("neighbour.sql")
                .with("models", texts(all, Neighbour::model))
                .with("authority_codes", texts(all, Neighbour::authorityCode))
                .with("neighbour_codes", texts(all, Neighbour::neighbourCode))
                .with("ranks", all.stream().map(Neighbour::rank).toList())
                .with("closenesses", texts(all, Neighbour::closeness));
    }

    private Sql comparisonGroups() {
        List<ComparisonGroupMember> all = data.comparisonGroups();
        return file("comparison_group.sql")
                .with("group_codes", texts(all, ComparisonGroupMember::groupCode))
                .with("group_names", texts(all, ComparisonGroupMember::groupName))
                .with("editions", texts(all, ComparisonGroupMember::edition))
                .with("valid_froms", texts(all, member -> member.validFrom().toString()))
                .with("valid_tos", texts(all, member -> member.validTo().toString()))
                .with("authority_codes", texts(all, ComparisonGroupMember::authorityCode))
                .with("member_codes", texts(all, ComparisonGroupMember::memberCode));
    }

    private Sql population() {
        List<Population> all = data.population();
        return file("population.sql")
                .with("area_codes", texts(all, Population::areaCode))
                .with("mid_years", all.stream().map(Population::midYear).toList())
                .with("children", all.stream().map(Population::children).toList())
                .with("vintages", texts(all, Population::vintage));
    }

    private static <T> List<String> texts(List<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toList();
    }

    private static Sql file(String name) {
        return Sql.file(ReferenceInstaller.class, name);
    }
}
