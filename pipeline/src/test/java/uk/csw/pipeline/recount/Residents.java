package uk.csw.pipeline.recount;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.TreeMap;

/** The children aged 0 to 17 who live in an authority, by mid-year. */
record Residents(TreeMap<Integer, Long> ofMidYear) {
    static Residents read(Path populations, int authority) throws IOException {
        TreeMap<Integer, Long> ofMidYear = new TreeMap<>();
        for (String line : Files.readAllLines(populations)) {
            String[] cells = line.split(",", -1);
            if (cells[0].equals(Integer.toString(authority))) {
                ofMidYear.put(Integer.valueOf(cells[1]), Long.valueOf(cells[2]));
            }
        }
        return new Residents(ofMidYear);
    }

    /** The year ending March Y divides by the mid-year before its end; while that is not published, by the newest. */
    long in(YearMonth month) {
        return ofMidYear.floorEntry(FinancialMonths.yearEnd(month) - 1).getValue();
    }
}
