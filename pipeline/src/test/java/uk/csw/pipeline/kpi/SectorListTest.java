package uk.csw.pipeline.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import uk.csw.pipeline.support.Shared;

/** The sector's list of indicators: each has a definition, in the same unit and direction. */
class SectorListTest {
    /** Two figures under one code: the list's unit and direction are those of both together. */
    private static final Set<String> DOUBLE = Set.of("CLA_SDQ");

    private final KpiCatalogue catalogue = KpiCatalogue.load(Shared.config());

    @Test
    void every_indicator_of_the_list_is_defined_and_agrees_in_unit_decimals_and_polarity() throws IOException {
        List<String> differences = new ArrayList<>();
        for (CSVRecord listed : csv(Files.readString(Shared.required("domain/kpis.csv")))) {
            String code = listed.get("code");
            Optional<KpiDefinition> kpi = catalogue.find(code);
            if (kpi.isEmpty()) {
                differences.add(code + " is not defined");
            } else if (!DOUBLE.contains(code)) {
                String wanted = unit(listed.get("unit")) + " " + decimals(listed.get("unit")) + " "
                        + polarity(listed.get("polarity"));
                String found = kpi.get().unit().word() + " " + kpi.get().decimals() + " "
                        + kpi.get().polarity().word();
                if (!found.equals(wanted)) {
                    differences.add(code + " is " + found + ", listed as " + wanted);
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void the_codes_that_indicators_csv_may_bring_are_those_of_the_definitions_that_take_them() throws IOException {
        assertThat(csv(Files.readString(Shared.config().resolve("codes/indicator_code.csv"))))
                .extracting(code -> code.get("code"))
                .containsExactlyElementsOf(catalogue.definitions().stream()
                        .filter(kpi -> kpi.counting().fact() == CountedFact.INDICATOR
                                || kpi.counting().elseDelivered())
                        .map(KpiDefinition::code)
                        .toList());
    }

    @Test
    void every_indicator_of_the_seeds_is_answered_by_a_definition_that_the_page_names() throws IOException {
        String page = Files.readString(Shared.config().resolve("kpis/README.md"));
        String table = page.substring(page.indexOf("## Which question which KPI answers"));
        List<String> named = Pattern.compile("`([A-Z][A-Z0-9_]+)`")
                .matcher(table)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(named).hasSizeGreaterThan(30);
        assertThat(named)
                .allSatisfy(code -> assertThat(catalogue.find(code)).as(code).isPresent());
    }

    private static List<CSVRecord> csv(String text) throws IOException {
        return CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))
                .getRecords();
    }

    private static String unit(String listed) {
        return switch (listed.split("[ ,;]")[0]) {
            case "%" -> "percent";
            case "per" -> "per_10000";
            case "working" -> "working_days";
            default -> listed.split("[ ,;]")[0];
        };
    }

    private static String decimals(String listed) {
        Matcher found = Pattern.compile("(\\d) dp").matcher(listed);
        return found.find() ? found.group(1) : "0";
    }

    private static String polarity(String listed) {
        if (listed.startsWith("Neutral (range)")) {
            return "range";
        }
        return listed.startsWith("Lower") ? "lower" : listed.startsWith("Higher") ? "higher" : "none";
    }
}
