package uk.csw.pipeline.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.csw.pipeline.conform.Conform;
import uk.csw.pipeline.delivery.Registration;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.reference.ReferenceData;
import uk.csw.pipeline.support.Inbox;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.Warehouse;

/** Generated returns go the whole way into the facts, and come out as the lives they were written from. */
final class GeneratedReturnsLoadTest {
    private static final GeneratedAuthority BIRMINGHAM = new GeneratedAuthority(330, "Birmingham", 25_000);
    private static final GeneratedAuthority COVENTRY = new GeneratedAuthority(331, "Coventry", 20_000);

    @TempDir
    private Path inbox;

    @Test
    void every_planted_fault_is_found_and_no_other_row_is_refused() throws IOException {
        Generated generated = new Generator(options().withCensus().withMess(plentyOfMess())).write(inbox);
        Warehouse warehouse = new Warehouse(new Inbox(inbox));

        Registration registration = warehouse.load();

        assertThat(registration.registered()).hasSize(2 * options().deliveries().size());
        assertThat(warehouse.rows("""
                select authority_key, period_key, file_name, rows_read, rows_quarantined
                from ops.delivery_file
                inner join ops.delivery using (delivery_id)"""))
                .containsExactlyInAnyOrderElementsOf(generated.files().stream()
                        .map(GeneratedReturnsLoadTest::line)
                        .toList());
        assertThat(generated.toQuarantine()).isGreaterThan(300);
        assertThat(findings(warehouse, "'UPN_CHECK_LETTER'")).isEqualTo(generated.planted(Mess.BAD_UPN));
        assertThat(findings(warehouse, "'CODE_UNKNOWN'")).isEqualTo(generated.planted(Mess.UNKNOWN_CODE));
        assertThat(findings(warehouse, "'DATE_UNREADABLE', 'DATE_IMPOSSIBLE'"))
                .isEqualTo(generated.planted(Mess.UNREADABLE_DATE));
    }

    @Test
    void the_facts_are_the_lives_that_were_delivered() throws IOException, SQLException {
        Generator generator = new Generator(options().withMess(MessShares.none()));
        generator.write(inbox);
        Warehouse warehouse = new Warehouse(new Inbox(inbox));
        warehouse.load();
        conform(warehouse);

        for (GeneratedAuthority authority : options().authorities()) {
            Truth truth = generator.truth(authority);
            for (YearMonth month = options().first(); !month.isAfter(options().last()); month = month.plusMonths(1)) {
                LocalDate from = month.atDay(1);
                LocalDate to = month.atEndOfMonth();
                assertThat(counts(warehouse, authority, month))
                        .as(authority.name() + " " + month)
                        .containsExactly(
                                truth.lookedAfterOn(to),
                                truth.startedBetween(from, to),
                                truth.ceasedBetween(from, to).values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum());
            }
        }
    }

    private static GeneratorOptions options() {
        return GeneratorOptions.of(List.of(BIRMINGHAM, COVENTRY), YearMonth.of(2024, 12), YearMonth.of(2025, 6))
                .withRecording(new RecordingHabits(0.1, 0.05, 0.02))
                .withYearEndReturns(2);
    }

    private static MessShares plentyOfMess() {
        MessShares shares = MessShares.none();
        for (Mess mess : Mess.values()) {
            shares = shares.with(mess, mess.reach() == Mess.Reach.ROW ? 0.01 : 0.15);
        }
        return shares;
    }

    private static String line(WrittenFile file) {
        int period = file.period().getYear() * 100 + file.period().getMonthValue();
        return String.join(
                "|",
                Integer.toString(file.authority()),
                Integer.toString(period),
                name(file),
                Long.toString(file.rows()),
                Integer.toString(file.toQuarantine()));
    }

    /** As seen from the delivery's folder; the census has one of its own. */
    private static String name(WrittenFile file) {
        String path = file.path().toString().replace('\\', '/');
        return path.substring(path.indexOf(file.period().toString()) + "2025-03/".length());
    }

    private static long findings(Warehouse warehouse, String rules) {
        return warehouse.number("select count(*) from quarantine.finding where rule_code in (" + rules + ")");
    }

    private static void conform(Warehouse warehouse) throws SQLException {
        InTransaction.run(warehouse.database(), connection -> {
            ReferenceData.load(Shared.config()).install(connection);
            return new Conform(warehouse.layouts()).run(connection, Set.of(330, 331));
        });
    }

    private static List<Long> counts(Warehouse warehouse, GeneratedAuthority authority, YearMonth month) {
        int period = month.getYear() * 100 + month.getMonthValue();
        long lookedAfter = warehouse.number("select count(*) from core.fact_child_month where is_looked_after"
                + " and authority_key = " + authority.code() + " and period_key = " + period);
        return List.of(
                lookedAfter,
                children(warehouse, authority, month, "is_care_start", "start_date"),
                children(warehouse, authority, month, "is_care_end", "end_date"));
    }

    private static long children(
            Warehouse warehouse, GeneratedAuthority authority, YearMonth month, String event, String date) {
        return warehouse.number("select count(distinct child_key) from core.fact_care_episode where not is_short_break"
                + " and " + event + " and authority_key = " + authority.code() + " and " + date + " between '"
                + month.atDay(1) + "' and '" + month.atEndOfMonth() + "'");
    }
}
