package uk.csw.pipeline.recount;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import uk.csw.pipeline.generate.GeneratedAuthority;
import uk.csw.pipeline.generate.GeneratorOptions;
import uk.csw.pipeline.generate.RecordingHabits;

/** How much is counted again: little, unless {@code csw.recount.*} asks for more. */
record RecountSize(List<GeneratedAuthority> authorities, int months) {
    private static final YearMonth LAST = YearMonth.of(2025, 6);
    /** The metropolitan districts of the West Midlands, then those of Merseyside. */
    private static final List<Integer> CODES = List.of(330, 331, 332, 333, 334, 335, 336, 340, 341, 342, 343, 344);

    /** Every second authority is half as large. */
    static RecountSize wanted() {
        int residents = Integer.getInteger("csw.recount.residents", 6_000);
        int authorities = Integer.getInteger("csw.recount.authorities", 2);
        return new RecountSize(
                IntStream.range(0, authorities)
                        .mapToObj(i -> new GeneratedAuthority(
                                CODES.get(i), "Authority " + i, i % 2 == 0 ? residents : residents / 2))
                        .toList(),
                Integer.getInteger("csw.recount.months", 8));
    }

    /** Much is late, corrected and withdrawn, and the year-end returns reach back for 30 months of history. */
    GeneratorOptions options() {
        return GeneratorOptions.of(authorities, LAST.minusMonths(months - 1), LAST)
                .withRecording(new RecordingHabits(0.1, 0.05, 0.02))
                .withYearEndReturns(2)
                .withCensus();
    }
}
