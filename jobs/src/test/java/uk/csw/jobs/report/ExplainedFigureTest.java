package uk.csw.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.csw.pipeline.explain.Explanation;
import uk.csw.pipeline.explain.Explanation.Beside;
import uk.csw.pipeline.explain.Explanation.FileBehind;
import uk.csw.pipeline.explain.Explanation.Judgement;
import uk.csw.pipeline.explain.Explanation.Member;
import uk.csw.pipeline.explain.Explanation.Refusal;
import uk.csw.pipeline.explain.Explanation.Rule;
import uk.csw.pipeline.explain.Explanation.Shown;
import uk.csw.pipeline.explain.Explanation.SignedOff;
import uk.csw.pipeline.kpi.Basis;
import uk.csw.pipeline.kpi.KpiWords;
import uk.csw.pipeline.kpi.Unit;

class ExplainedFigureTest {
    @Test
    void a_councillor_can_read_what_the_figure_is_whether_it_is_good_and_what_it_rests_on() {
        assertThat(String.join("\n", ExplainedFigure.lines(plansOfTwoYears()))).isEqualTo("""
                CPP_2Y_CEASED_PCT: Protection plans that lasted two years
                Rotherham (372), April 2026 to September 2026 (ytd)

                In words
                  12.5%: 3 out of 24. The numbers are small: by chance alone it could be anything from 4.3% to 31.0%. Counted from all that is known.
                  Signed off by A. Director on 10 October 2026: it stays as it is until somebody reopens the period (csw reopen). The facts now give 14.3%.
                  Red: 12.5% against a target of 5.0% or less: above it by 7.5 points.
                  That rule holds for this authority from 1 April 2026 until further notice; up to 20% of the target above it is amber. Why: tightened for the new year. Approved by: Cabinet.
                  Under the rule of a year before it would be amber: a target of 12.0% or less.
                  The period before, August 2026: 10.0%; this figure is 2.5 points higher, worse.
                  The same period last year, September 2025: no figure.
                  Figures in this warehouse, mean of 2 of its 3 statistical neighbours (model 2025): 6.0%; this figure is 6.5 points higher, worse; place 3 of 3 with its neighbours, where 1 is best.
                  Figures in this warehouse, mean of 2 of the 2 others in Tees Valley (2026): 10.0%; this figure is 2.5 points higher, worse; place 3 of 3 with them, where 1 is best.
                  England, year to March 2026 (Plans 2026): 3.5%; this figure is 9.0 points higher, worse; place 140 of 152 authorities, where 1 is best.
                  The best quarter of the 94 authorities published, year to March 2026 (Plans 2026), begins at 1.5%; this figure is 11.0 points higher, worse.
                  Beside last year: not distinguishable from last year.

                Definition 1a2b
                  How many plans ended after two years or more.
                  Above the line: Plans that lasted two years.
                  Below the line: Plans that ended.
                  Compared with: Published for England.
                  CPP: child protection plan

                Set beside
                  comparator              period   edition     value  difference  direction  method                used       place
                  previous period         2026-08  own          10.0         2.5  worse      own                    1/1
                  same period last year   2025-09  own             -           -  not known  own                    0/1
                  statistical neighbours  2026-09  2025          6.0         6.5  worse      mean                   2/3      3 of 3
                  Tees Valley             2026-09  2026         10.0         2.5  worse      mean                   2/2      3 of 3
                  england                 2026-03  Plans 2026    3.5         9.0  worse      published              1/1  140 of 152
                  top quartile            2026-03  Plans 2026    1.5        11.0  worse      published quartile  94/153

                Statistical neighbours, nearest first
                     code  neighbour  how like it  here  published  average   why
                  1  370   Barnsley   very close    4.0          -  used      figure here
                  2  357   Tameside   very close    8.0          -  used      figure here; too few to judge, so not ranked
                  3  371   Doncaster  close           -          -  left out  not in this warehouse

                Tees Valley, 2026
                     code  member        here  published  average  why
                  1  841   Darlington    10.0          -  used     figure here

                What was published
                  release  published       value  counted  out of  status    why
                        4  8 October 2026    8.7        2      23  measured  first published
                        6  9 October 2026   12.5        3      24  measured  late or corrected records

                Files behind it, newest first
                  period   delivery  file       layout    rows read  staged  quarantined
                  2026-09        12  plans.csv  plans           100      97            3

                What quarantine kept out
                  plans: 3 of 100 rows
                    3 × a start date is missing (DATE_MISSING)
                """);
    }

    @Test
    void where_there_is_no_figure_it_says_so_and_why() {
        Explanation explanation = plansOfTwoYears();
        Explanation none = new Explanation(
                explanation.kpiCode(),
                explanation.definitionVersion(),
                explanation.words(),
                Unit.COUNT,
                0,
                372,
                "Rotherham",
                YearMonth.of(2026, 9),
                Basis.SNAPSHOT,
                1,
                new Explanation.Figure(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        "not_available",
                        "No delivery in force covers this month any more."),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());

        assertThat(ExplainedFigure.lines(none))
                .contains(
                        "Rotherham (372), at the end of September 2026 (snapshot)",
                        "  There is no figure. It is not available: No delivery in force covers this month any more.",
                        "  Nothing.")
                .doesNotContain("Statistical neighbours, nearest first", "What was published");
    }

    private static Explanation plansOfTwoYears() {
        return new Explanation(
                "CPP_2Y_CEASED_PCT",
                "1a2b",
                new KpiWords(
                        "Protection plans that lasted two years",
                        "How many plans ended after two years or more.",
                        "CPP: child protection plan",
                        "Child protection",
                        "Safe",
                        "Plans that lasted two years.",
                        "Plans that ended.",
                        "Published for England."),
                Unit.PERCENT,
                1,
                372,
                "Rotherham",
                YearMonth.of(2026, 9),
                Basis.YTD,
                6,
                new Explanation.Figure(
                        number("3"),
                        number("24"),
                        number("12.5"),
                        number("4.34"),
                        number("31.0"),
                        false,
                        "measured",
                        "Counted from all that is known."),
                Optional.of(
                        new SignedOff("A. Director", Instant.parse("2026-10-09T23:30:00Z"), true, number("14.2857"))),
                Optional.of(new Judgement(
                        "RED",
                        "12.5% against a target of 5.0% or less: above it by 7.5 points",
                        Optional.of(new Rule(
                                "TARGET_LOW",
                                "a target of 5.0% or less",
                                false,
                                LocalDate.of(2026, 4, 1),
                                LocalDate.of(9999, 12, 31),
                                BigDecimal.ZERO,
                                new BigDecimal("20"),
                                true,
                                "AMBER",
                                false,
                                "tightened for the new year",
                                "Cabinet")),
                        "AMBER",
                        "a target of 12.0% or less",
                        "decline and not on target",
                        "not known",
                        "not distinguishable from last year",
                        "no special cause",
                        "not known",
                        "not available")),
                List.of(
                        beside("previous_period", 2026, 8, "own", "10", "2.5", "worse", "own", 1, 1, 0, 0),
                        beside("same_period_last_year", 2025, 9, "own", "", "", "not_known", "own", 0, 1, 0, 0),
                        beside("statistical_neighbours", 2026, 9, "2025", "6", "6.5", "worse", "mean", 2, 3, 3, 3),
                        beside("tees_valley", 2026, 9, "2026", "10", "2.5", "worse", "mean", 2, 2, 3, 3),
                        beside("england", 2026, 3, "Plans 2026", "3.5", "9", "worse", "published", 1, 1, 140, 152),
                        beside(
                                "top_quartile",
                                2026,
                                3,
                                "Plans 2026",
                                "1.5",
                                "11",
                                "worse",
                                "published_quartile",
                                94,
                                153,
                                0,
                                0)),
                List.of(
                        new Member(
                                "statistical_neighbours",
                                "statistical neighbours",
                                "2025",
                                1,
                                "Very close",
                                "370",
                                "Barnsley",
                                number("4"),
                                Optional.empty(),
                                true,
                                "figure here"),
                        new Member(
                                "statistical_neighbours",
                                "statistical neighbours",
                                "2025",
                                2,
                                "Very close",
                                "357",
                                "Tameside",
                                number("8"),
                                Optional.empty(),
                                true,
                                "figure here; too few to judge, so not ranked"),
                        new Member(
                                "statistical_neighbours",
                                "statistical neighbours",
                                "2025",
                                3,
                                "Close ",
                                "371",
                                "Doncaster",
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                "not in this warehouse"),
                        new Member(
                                "tees_valley",
                                "Tees Valley",
                                "2026",
                                1,
                                "",
                                "841",
                                "Darlington",
                                number("10"),
                                Optional.empty(),
                                true,
                                "figure here")),
                List.of(
                        new Shown(
                                4,
                                Instant.parse("2026-10-08T01:00:00Z"),
                                number("2"),
                                number("23"),
                                number("8.6957"),
                                "measured",
                                "first published"),
                        new Shown(
                                6,
                                Instant.parse("2026-10-08T23:30:00Z"),
                                number("3"),
                                number("24"),
                                number("12.5"),
                                "measured",
                                "late or corrected records")),
                List.of(new FileBehind(
                        12, 40, YearMonth.of(2026, 9), "plans", "plans.csv", false, 100, 97, 3, Instant.EPOCH)),
                List.of(new Refusal("plans", "DATE_MISSING", "a start date is missing", 3)));
    }

    private static Beside beside(
            String comparator,
            int year,
            int month,
            String edition,
            String value,
            String difference,
            String direction,
            String method,
            int used,
            int total,
            int rank,
            int rankOf) {
        return new Beside(
                comparator,
                comparator.equals("tees_valley") ? "Tees Valley" : comparator.replace('_', ' '),
                Optional.of(YearMonth.of(year, month)),
                edition,
                number(value),
                number(difference),
                direction,
                method,
                used,
                total,
                rank == 0 ? Optional.empty() : Optional.of(rank),
                rank == 0 ? Optional.empty() : Optional.of(rankOf));
    }

    private static Optional<BigDecimal> number(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    }
}
