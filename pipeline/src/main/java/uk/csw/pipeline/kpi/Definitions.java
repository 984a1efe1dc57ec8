package uk.csw.pipeline.kpi;

import java.sql.Connection;
import java.sql.SQLException;
import uk.csw.pipeline.postgres.Sql;

/** Keeps every version of every definition that ever gave a figure. */
final class Definitions {
    private static final Sql NOTE = Sql.file(Definitions.class, "definition.sql");

    void note(Connection connection, KpiDefinition kpi) throws SQLException {
        KpiWords words = kpi.words();
        NOTE.with("kpi_code", kpi.code())
                .with("definition_version", kpi.version())
                .with("kpi_name", words.name())
                .with("plain_english", words.plainEnglish())
                .with("acronyms", words.acronyms())
                .with("group_name", words.group())
                .with("outcome", words.outcome())
                .with("unit", kpi.unit().word())
                .with("decimals", kpi.decimals())
                .with("polarity", kpi.polarity().word())
                .with("same_within", kpi.sameWithin())
                .with("numerator_text", words.numerator())
                .with("denominator_text", words.denominator())
                .with("comparator_text", words.comparator())
                .with("disclosure", kpi.disclosure().word())
                .with("disclosure_group", kpi.disclosureGroup().orElse(kpi.code()))
                .with("is_stock", kpi.isStock())
                .with("year_ends", kpi.timing().yearEnds().getValue())
                .with("window_years", kpi.timing().windowYears())
                .execute(connection);
    }
}
