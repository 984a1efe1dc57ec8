package uk.csw.pipeline.kpi;

import static java.time.temporal.ChronoUnit.DAYS;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import uk.csw.pipeline.calendar.WorkingDays;
import uk.csw.pipeline.postgres.Sql;

/** Episodes of care and care leavers that nobody thought out, the same ones every time. */
final class RandomFacts {
    private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 9, 30);
    private static final List<String> PLACES =
            List.of("U1", "U4", "U6", "K1", "K2", "K3", "R1", "S1", "P1", "H5", "A5");
    private static final List<String> PROVIDERS = List.of("PR1", "PR1", "PR2", "PR4");
    private static final List<String> REASONS =
            List.of("E11", "E12", "E45", "E47", "E43", "E4A", "E4B", "E8", "E3", "E41");
    private static final List<String> ACTIVITIES = List.of("F1", "P2", "F4", "P5", "F3", "G4", "G5", "0");
    private static final List<String> ACCOMMODATION = List.of("B1", "K2", "U1", "Z1", "X2", "G1", "H1", "R2", "0");
    private static final List<String> CONTACT = List.of("YES", "YES", "YES", "NO", "REFU", "NREQ", "DIED", "RHOM");

    private final FactRows facts;
    private final Connection connection;
    private final Random random = new Random(20260930);
    private final RandomCases cases;
    private final Map<String, LocalDate> spans = new HashMap<>();

    RandomFacts(Connection connection, WorkingDays workingDays) throws SQLException {
        this.connection = connection;
        this.facts = new FactRows(connection).reference();
        this.cases = new RandomCases(connection, facts, workingDays);
    }

    FactRows facts() {
        return facts;
    }

    /** So many children with up to four periods of care and as many cases each, and as many care leavers. */
    void authority(int authority, int children) throws SQLException {
        for (int child = 1; child <= children; child++) {
            List<RandomCases.Spell> care = new ArrayList<>();
            LocalDate date = FIRST.plusDays(random.nextInt(700));
            spans.clear();
            for (int period = random.nextInt(4); period >= 0; period--) {
                date = periodOfCare(authority, child, date, care).plusDays(random.nextInt(60));
            }
            careLeaver(authority, child);
            cases.child(authority, child, care);
        }
    }

    /** To be called when all authorities are there. */
    void finish() throws SQLException {
        Sql.file(RandomFacts.class, "random_neighbours_in_time.sql").execute(connection);
        Sql.file(RandomFacts.class, "random_child_month.sql").execute(connection);
        cases.finish();
    }

    private LocalDate periodOfCare(int authority, int child, LocalDate from, List<RandomCases.Spell> care)
            throws SQLException {
        LocalDate start = from;
        boolean isShortBreak = random.nextInt(10) == 0;
        int episodes = 1 + random.nextInt(4);
        for (int i = 0; i < episodes && start.isBefore(LAST); i++) {
            boolean isLast = i == episodes - 1;
            LocalDate end = start.plusDays(random.nextInt(isLast && random.nextInt(5) == 0 ? 2000 : 150));
            Map<String, String> episode = new HashMap<>();
            episode.put("start_date", start.toString());
            episode.put("new_episode_reason", i == 0 ? "S" : "P");
            episode.put("legal_status", isShortBreak ? "V4" : "C2");
            episode.put("placement_type", any(PLACES));
            episode.put("placement_provider", any(PROVIDERS));
            episode.put("is_short_break", Boolean.toString(isShortBreak));
            episode.put("is_care_start", Boolean.toString(i == 0));
            if (!end.isAfter(LAST)) {
                episode.put("end_date", end.toString());
                String reason = isLast ? any(REASONS) : "X1";
                episode.put("end_reason", reason);
                if (reason.startsWith("E1") && !isShortBreak) {
                    adopted(authority, child, care.size(), from, end);
                }
                episode.put("is_care_end", Boolean.toString(isLast));
            }
            care.add(new RandomCases.Spell(start, end.isAfter(LAST) ? LocalDate.MAX : end));
            add(CountedFact.CARE_EPISODE, authority, child, episode);
            start = end;
        }
        if (!isShortBreak && from.isBefore(LAST)) {
            LocalDate last = start.isAfter(LAST) ? LocalDate.MAX : start;
            span(authority, child, "is_looked_after", from, last);
            absences(authority, child, from, last);
        }
        return start.plusDays(1);
    }

    private void absences(int authority, int child, LocalDate from, LocalDate last) throws SQLException {
        LocalDate start = from.plusDays(random.nextInt(200));
        while (start.isBefore(LAST) && !start.isAfter(last)) {
            LocalDate end = random.nextInt(8) == 0 ? last : start.plusDays(random.nextInt(60));
            span(
                    authority,
                    child,
                    random.nextInt(3) == 0 ? "is_away" : "is_missing",
                    start,
                    end.isAfter(last) ? last : end);
            start = start.plusDays(random.nextInt(300));
        }
    }

    /** Spans may overlap; the newest end of the ones before is what they know of each other. */
    private void span(int authority, int child, String kind, LocalDate start, LocalDate end) throws SQLException {
        Map<String, String> span = new HashMap<>(Map.of(kind, "true", "start_date", start.toString()));
        if (!end.equals(LocalDate.MAX)) {
            span.put("end_date", end.toString());
        }
        if (spans.containsKey(kind)) {
            span.put("previous_end_date", spans.get(kind).toString());
        }
        LocalDate reached = end.equals(LocalDate.MAX) ? LocalDate.of(9999, 12, 31) : end;
        spans.merge(kind, reached, (one, two) -> one.isAfter(two) ? one : two);
        add(CountedFact.CARE_SPAN, authority, child, span);
    }

    private void adopted(int authority, int child, int number, LocalDate from, LocalDate adopted) throws SQLException {
        LocalDate order = from.plusDays(random.nextInt(200));
        LocalDate decision = from.plusDays(random.nextInt(200));
        LocalDate match = from.plusDays(random.nextInt(400));
        LocalDate placed =
                random.nextInt(4) == 0 ? decision.plusYears(1) : decision.plusDays(300 + random.nextInt(100));
        Map<String, String> adoption = new HashMap<>();
        adoption.put("care_period_no", Integer.toString(number));
        adoption.put("adoption_date", adopted.toString());
        adoption.put("care_start_date", from.toString());
        adoption.put("decision_date", decision.toString());
        adoption.put("placed_date", placed.toString());
        adoption.put("is_placed_12m", Boolean.toString(!placed.isAfter(decision.plusMonths(12))));
        adoption.put("days_to_placement", Long.toString(DAYS.between(from, placed)));
        if (random.nextBoolean()) {
            adoption.put("placement_order_date", order.toString());
            adoption.put("match_date", match.toString());
            adoption.put("days_to_match", Long.toString(Math.max(0, DAYS.between(order, match))));
        }
        add(CountedFact.ADOPTION, authority, child, adoption);
    }

    private void careLeaver(int authority, int child) throws SQLException {
        int age = 17 + random.nextInt(5);
        LocalDate birthday = FIRST.plusDays(random.nextInt(1300));
        add(
                CountedFact.CARE_LEAVER,
                authority,
                child,
                Map.of(
                        "birthday", birthday.toString(),
                        "age_at_birthday", Integer.toString(age),
                        "in_touch", any(CONTACT),
                        "activity", any(ACTIVITIES),
                        "accommodation", any(ACCOMMODATION),
                        "is_foster_leaver_at_18", Boolean.toString(random.nextInt(3) == 0)));
    }

    private void add(CountedFact fact, int authority, int child, Map<String, String> columns) throws SQLException {
        facts.add(fact, authority, List.of(new KpiExample.Row(1, Optional.of(child), columns)), Map.of());
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
