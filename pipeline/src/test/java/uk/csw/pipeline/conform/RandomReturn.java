package uk.csw.pipeline.conform;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** The tables of a looked-after return in which rows appear late, change, vanish and come back. */
record RandomReturn(String month, List<Table> tables) {
    /** Rows of one staging table, cells parted by bars. */
    record Table(String entity, String columns, List<String> rows) {}

    /** One return a month over a change of financial year; some lack some tables. */
    static List<RandomReturn> history(Random random, int months) {
        List<RandomReturn> history = new ArrayList<>();
        for (int i = 0; i < months; i++) {
            YearMonth month = YearMonth.of(2023, 12).plusMonths(i);
            List<Table> tables = new ArrayList<>();
            tables.add(table(
                    random,
                    month,
                    "care_episode",
                    "child_key, start_date, new_episode_reason, legal_status, placement_type, end_date, end_reason",
                    (child, start) -> child + "|" + start + "|" + any(random, "S", "P", "L") + "|"
                            + any(random, "C2", "E1", "V4") + "|" + any(random, "U6", "A6", "T0")
                            + any(random, "||", "|" + start.plusDays(14) + "|X1", "|" + start.plusDays(28) + "|E11")));
            tables.add(table(
                    random,
                    month,
                    "care_review",
                    "child_key, review_date, participation",
                    (child, start) -> child + "|" + start + "|" + any(random, "PN1", "PN3")));
            tables.add(table(
                    random,
                    month,
                    "missing_episode",
                    "child_key, start_date, missing_kind, end_date",
                    (child, start) -> child + "|" + start + "|" + any(random, "M", "A", "") + "|"
                            + any(
                                    random,
                                    "",
                                    start.plusDays(3).toString(),
                                    start.minusDays(1).toString())));
            tables.add(table(
                    random,
                    month,
                    "social_worker_spell",
                    "child_key, start_date, worker_id, end_date",
                    (child, start) -> child + "|" + start + "|" + any(random, "SW1", "SW2", "SW3") + "|"
                            + any(random, "", start.plusDays(40).toString())));
            tables.add(table(
                    random,
                    month,
                    "adoption_placement",
                    "child_key, placed_date, ceased_date",
                    (child, start) -> child + "|" + start + "|"
                            + any(random, "", start.plusDays(9).toString())));
            tables.add(
                    perChild(random, "adoption", "child_key, decision_date, match_date", "2024-01-15|2024-02-15", "|"));
            tables.add(perChild(
                    random, "care_health", "child_key, health_assessment, sdq_score", "true|17", "false|", "|9"));
            tables.add(perChild(
                    random,
                    "care_leaver",
                    "child_key, birth_date, in_touch",
                    "2006-01-30|YES",
                    "2006-02-13|NO",
                    "2006-02-14|YES"));
            tables.removeIf(table -> !table.entity().equals("care_episode") && random.nextInt(6) == 0);
            history.add(new RandomReturn(month.toString(), List.copyOf(tables)));
        }
        return history;
    }

    private static Table table(
            Random random, YearMonth month, String entity, String columns, BiFunction<Integer, LocalDate, String> row) {
        TreeMap<String, String> rows = new TreeMap<>();
        for (int i = 0; i < 8; i++) {
            int child = 1 + random.nextInt(3);
            LocalDate start = LocalDate.of(2023, 9, 1).plusDays(14L * random.nextInt(20));
            if (!start.isAfter(month.atEndOfMonth())) {
                rows.put(child + " " + start, row.apply(child, start));
            }
        }
        return new Table(entity, columns, List.copyOf(rows.values()));
    }

    private static Table perChild(Random random, String entity, String columns, String... cells) {
        List<String> rows = new ArrayList<>();
        for (int child = 1; child <= 3; child++) {
            if (random.nextInt(3) > 0) {
                rows.add(child + "|" + any(random, cells));
            }
        }
        return new Table(entity, columns, rows);
    }

    private static String any(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
