package uk.csw.pipeline.kpi;

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
    private static final List<String> REASONS = List.of("E11", "E12", "E45", "E47", "E43", "E4A", "E4B", "E8", "E3");
    private static final List<String> ACTIVITIES = List.of("F1", "P2", "F4", "P5", "F3", "G4", "G5", "0");
    private static final List<String> ACCOMMODATION = List.of("B1", "K2", "U1", "Z1", "X2", "G1", "H1", "R2", "0");
    private static final List<String> CONTACT = List.of("YES", "YES", "YES", "NO", "REFU", "NREQ", "DIED", "RHOM");

    private final FactRows facts;
    private final Connection connection;
    private final Random random = new Random(20260930);
    private final RandomCases cases;

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
                episode.put("end_reason", isLast ? any(REASONS) : "X1");
                episode.put("is_care_end", Boolean.toString(isLast));
            }
            care.add(new RandomCases.Spell(start, end.isAfter(LAST) ? LocalDate.MAX : end));
            add(CountedFact.CARE_EPISODE, authority, child, episode);
            start = end;
        }
        return start.plusDays(1);
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
                        "accommodation", any(ACCOMMODATION)));
    }

    private void add(CountedFact fact, int authority, int child, Map<String, String> columns) throws SQLException {
        facts.add(fact, authority, List.of(new KpiExample.Row(1, Optional.of(child), columns)), Map.of());
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
