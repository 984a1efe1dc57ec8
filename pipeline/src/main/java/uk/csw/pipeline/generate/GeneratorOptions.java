package uk.csw.pipeline.generate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * What to generate. The same options give the same bytes on every machine.
 *
 * @param first the first month delivered every month
 * @param last the last month delivered
 * @param yearEndReturns how many earlier financial years are delivered as one March return each, so that look-backs are
 *     covered: 3 for the 30 months of long-term stability
 * @param size 1.0 is the size that follows from the population
 * @param seed other seeds give other children
 * @param census when children in need returns are written beside those of looked-after children
 */
public record GeneratorOptions(
        List<GeneratedAuthority> authorities,
        YearMonth first,
        YearMonth last,
        int yearEndReturns,
        double size,
        long seed,
        RecordingHabits recording,
        MessShares mess,
        CensusReturns census) {

    public GeneratorOptions {
        authorities = List.copyOf(authorities);
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(
                    "Months " + first + " to " + last + ": expected the first before the last");
        }
        if (yearEndReturns < 0 || size <= 0) {
            throw new IllegalArgumentException("Expected a size above 0 and no negative number of year-end returns");
        }
        if (authorities.stream().map(GeneratedAuthority::code).distinct().count() < authorities.size()) {
            throw new IllegalArgumentException("Expected every authority once");
        }
    }

    /** Believable size, recording and mess, no earlier year-end returns, seed 1. */
    public static GeneratorOptions of(List<GeneratedAuthority> authorities, YearMonth first, YearMonth last) {
        return new GeneratorOptions(
                authorities, first, last, 0, 1.0, 1L, RecordingHabits.usual(), MessShares.usual(), CensusReturns.NEVER);
    }

    /**
     * Four neighbouring authorities in South and West Yorkshire, each among the statistical neighbours of the others,
     * over two financial years, with the year-end returns that a look-back of 30 months needs. Populations are the ONS
     * estimates for mid-2024; the children do not exist.
     */
    public static GeneratorOptions demonstration() {
        List<GeneratedAuthority> neighbours = List.of(
                new GeneratedAuthority(370, "Barnsley", 51_799),
                new GeneratedAuthority(371, "Doncaster", 68_271),
                new GeneratedAuthority(372, "Rotherham", 59_521),
                new GeneratedAuthority(384, "Wakefield", 77_481));
        return of(neighbours, YearMonth.of(2024, 4), YearMonth.of(2026, 3)).withYearEndReturns(3);
    }

    public GeneratorOptions withYearEndReturns(int number) {
        return new GeneratorOptions(authorities, first, last, number, size, seed, recording, mess, census);
    }

    public GeneratorOptions withSize(double factor) {
        return new GeneratorOptions(authorities, first, last, yearEndReturns, factor, seed, recording, mess, census);
    }

    public GeneratorOptions withSeed(long other) {
        return new GeneratorOptions(authorities, first, last, yearEndReturns, size, other, recording, mess, census);
    }

    public GeneratorOptions withRecording(RecordingHabits habits) {
        return new GeneratorOptions(authorities, first, last, yearEndReturns, size, seed, habits, mess, census);
    }

    public GeneratorOptions withMess(MessShares shares) {
        return new GeneratorOptions(authorities, first, last, yearEndReturns, size, seed, recording, shares, census);
    }

    /** With the children in need census of the same authorities and months beside the looked-after return. */
    public GeneratorOptions withCensus() {
        return withCensus(CensusReturns.EVERY_MONTH);
    }

    public GeneratorOptions withCensus(CensusReturns returns) {
        return new GeneratorOptions(authorities, first, last, yearEndReturns, size, seed, recording, mess, returns);
    }

    /** The months delivered, oldest first: the year-end returns, then every month. */
    public List<YearMonth> deliveries() {
        List<YearMonth> months = new ArrayList<>();
        YearMonth closing = Position.yearEnd(first).minusYears(1);
        for (int back = yearEndReturns - 1; back >= 0; back--) {
            months.add(closing.minusYears(back));
        }
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }

    boolean hasCensus(YearMonth month) {
        return census.isDelivered(month, last);
    }

    /** The 1 April on which the first delivered financial year begins: nothing that ended before is ever delivered. */
    public LocalDate coveredFrom() {
        return new Position(deliveries().get(0)).yearStart();
    }
}
