package uk.csw.pipeline.reference;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.csw.pipeline.calendar.WorkingDays;
import uk.csw.pipeline.settings.CsvRow;
import uk.csw.pipeline.settings.CsvTable;
import uk.csw.pipeline.settings.Problem;

/** Reads neighbours, population and bank holidays. */
final class FigureFiles {
    private static final Pattern MODEL = Pattern.compile("\\d{4}");
    private static final int NEIGHBOURS = 10;
    private static final int HOLIDAYS_OF_A_YEAR = 8;
    private static final String HOLIDAYS = "reference/england_bank_holidays.csv";

    private final Path configDir;
    private final List<Problem> problems;
    private final Set<String> authorityCodes;
    private final Set<String> areaCodes;

    FigureFiles(Path configDir, Authorities authorities, List<Problem> problems) {
        this.configDir = configDir;
        this.problems = problems;
        authorityCodes = authorities.all().stream().map(Authority::code).collect(Collectors.toSet());
        // England, Inner and Outer London are areas of published figures, beside authorities and their regions.
        areaCodes = Stream.of(
                        authorityCodes.stream(),
                        authorities.all().stream().map(Authority::regionCode),
                        Stream.of("E92000001", "E13000001", "E13000002"))
                .flatMap(codes -> codes)
                .collect(Collectors.toSet());
    }

    List<Neighbour> neighbours() {
        List<String> columns = List.of("model", "authority_code", "rank", "neighbour_code", "closeness");
        Set<String> seen = new HashSet<>();
        return CsvTable.read(configDir, "reference/statistical_neighbours.csv", columns, problems).stream()
                .map(row -> neighbour(row, seen))
                .toList();
    }

    private Neighbour neighbour(CsvRow row, Set<String> seen) {
        Neighbour neighbour = new Neighbour(
                row.text("model", MODEL, "the year of the model"),
                AuthorityFiles.known(row, "authority_code", authorityCodes),
                row.integer("rank", 1, NEIGHBOURS),
                AuthorityFiles.known(row, "neighbour_code", authorityCodes),
                row.text("closeness"));
        String whose = neighbour.model() + " " + neighbour.authorityCode();
        boolean rankIsNew = seen.add(whose + " rank " + neighbour.rank());
        boolean neighbourIsNew = seen.add(whose + " " + neighbour.neighbourCode());
        if (!rankIsNew || !neighbourIsNew) {
            row.problem("a rank or neighbour of " + whose + " again", "each once", "remove one");
        }
        if (neighbour.authorityCode().equals(neighbour.neighbourCode())) {
            row.problem("an authority as its own neighbour", "another authority", "correct it");
        }
        return neighbour;
    }

    List<Population> population() {
        List<String> columns = List.of("area_code", "mid_year", "children_0_17", "vintage");
        Set<String> seen = new HashSet<>();
        return CsvTable.read(configDir, "reference/population.csv", columns, problems).stream()
                .map(row -> {
                    Population population = new Population(
                            AuthorityFiles.known(row, "area_code", areaCodes),
                            row.integer("mid_year", 1990, 2100),
                            row.integer("children_0_17", 0, 100_000_000),
                            row.text("vintage"));
                    if (!seen.add(population.areaCode() + " " + population.midYear())) {
                        row.problem("area " + population.areaCode() + " twice for one mid-year", "once", "remove one");
                    }
                    return population;
                })
                .toList();
    }

    WorkingDays workingDays() {
        Map<LocalDate, String> holidays = new TreeMap<>();
        for (CsvRow row : CsvTable.read(configDir, HOLIDAYS, List.of("date", "title"), problems)) {
            LocalDate day = row.date("date");
            if (holidays.put(day, row.text("title")) != null) {
                row.problem(day + " again", "each day once", "remove one");
            }
        }
        Map<Integer, Long> years = holidays.keySet().stream()
                .collect(Collectors.groupingBy(LocalDate::getYear, TreeMap::new, Collectors.counting()));
        years.forEach((year, count) -> {
            if (count < HOLIDAYS_OF_A_YEAR) {
                problems.add(new Problem(
                        HOLIDAYS,
                        0,
                        count + " holidays in " + year,
                        "at least " + HOLIDAYS_OF_A_YEAR,
                        "add the whole list of a year at once"));
            }
        });
        // A stand-in, so that the other files are read too; the missing list is among the problems.
        return new WorkingDays(holidays.isEmpty() ? List.of(LocalDate.EPOCH) : holidays.keySet());
    }
}
