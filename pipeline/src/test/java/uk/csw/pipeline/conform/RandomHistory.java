package uk.csw.pipeline.conform;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** Deliveries over a change of financial year in which rows appear late, change, vanish and come back. */
final class RandomHistory {
    record Delivery(String month, List<String> lines) {}

    private RandomHistory() {}

    static List<Delivery> of(Random random, int months) {
        List<Delivery> deliveries = new ArrayList<>();
        YearMonth first = YearMonth.of(2023, 12);
        for (int i = 0; i < months; i++) {
            YearMonth month = first.plusMonths(i);
            TreeMap<String, String> rows = new TreeMap<>();
            for (int row = 0; row < 8; row++) {
                int child = 1 + random.nextInt(3);
                LocalDate start = LocalDate.of(2023, 9, 1).plusDays(14L * random.nextInt(2 * (i + 8)));
                if (start.isAfter(month.atEndOfMonth())) {
                    continue;
                }
                String end = random.nextInt(3) == 0
                        ? " " + start.plusDays(14) + (random.nextBoolean() ? " X1" : " E4A")
                        : "";
                String reason = random.nextBoolean() ? "S" : "P";
                String place = List.of("U6", "K2", "T0").get(random.nextInt(3));
                rows.put(child + " " + start, child + " " + start + " " + reason + " C2 " + place + end);
            }
            deliveries.add(new Delivery(month.toString(), List.copyOf(rows.values())));
        }
        return deliveries;
    }
}
