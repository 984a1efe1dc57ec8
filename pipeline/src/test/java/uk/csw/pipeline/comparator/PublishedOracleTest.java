package uk.csw.pipeline.comparator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import uk.csw.pipeline.support.Shared;

/** The tables as published, compared as the Department's own tools compare them. */
class PublishedOracleTest {
    private static final String WORKED_OUT = "assessments_45wd_pct_c2";
    private static final Map<String, String> KPIS = Map.ofEntries(
            Map.entry("rereferral_pct", "REREF_12M_PCT"),
            Map.entry("assessments_45wd_pct", "ASM_45WD_PCT"),
            Map.entry(WORKED_OUT, "ASM_45WD_PCT"),
            Map.entry("cpp_2yrs_plus_at31mar_pct", "CPP_2Y_OPEN_PCT"),
            Map.entry("cpp_2yrs_plus_ceasing_pct", "CPP_2Y_CEASED_PCT"),
            Map.entry("repeat_cpp_pct", "CPP_REPEAT_EVER_PCT"),
            Map.entry("cla_rate_10k", "CLA_RATE"),
            Map.entry("care_leavers_eet_19_21_pct", "CL_EET_19_21_PCT"),
            Map.entry("care_leavers_suitable_accom_19_21_pct", "CL_SUIT_PCT"),
            Map.entry("cla_3plus_placements_pct", "CLA_3PLUS_PCT"),
            Map.entry("cpp_rate_10k", "CPP_RATE"),
            Map.entry("cin_rate_10k", "CIN_RATE"),
            Map.entry("referral_rate_10k", "REF_RATE"),
            Map.entry("s47_rate_10k", "S47_RATE"),
            Map.entry("icpc_15wd_pct", "ICPC_15WD_PCT"),
            Map.entry("sw_agency_rate_pct", "SW_AGENCY_PCT"));

    @Test
    void every_figure_rank_and_band_is_theirs() throws SQLException, IOException {
        Path published = Shared.required("published");
        Published all = new Published();
        all.load(published);
        Published children = new Published();
        children.load(published.resolve("dfe-cin-2024"));

        List<String> expected = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (CSVRecord row : oracle()) {
            String kpi = KPIS.get(row.get("measure"));
            Published source = row.get("measure").equals(WORKED_OUT) ? children : all;
            String key = "%s %s %s %s: ".formatted(kpi, row.get("la_code"), row.get("period"), row.get("sn_model"));
            expected.add(key
                    + String.join(
                            ", ",
                            number(row, "la_value"),
                            number(row, "sn_mean"),
                            number(row, "sn_median"),
                            row.get("sn_n_used"),
                            number(row, "rank_among_neighbours"),
                            number(row, "rank_among_neighbours").isEmpty() ? "" : row.get("rank_group_size"),
                            number(row, "national_rank"),
                            number(row, "national_rank").isEmpty() ? "" : row.get("national_rank_group_size"),
                            row.get("quartile_band").replace("-", ""),
                            number(row, "region"),
                            number(row, "england")));
            found.add(key
                    + String.join("; ", source.rows("""
                    select
                        trim_scale(round(value, 6)), neighbour_mean, neighbour_median, members_used, neighbour_rank,
                        case when neighbour_rank is not null then neighbour_rank_of end, national_rank,
                        case when national_rank is not null then national_rank_of end, band,
                        trim_scale(round(region_value, 6)), trim_scale(round(england_value, 6))
                    from mart.published_comparison
                    where kpi_code = '%s' and authority_code = '%s' and year = %s and neighbour_model = '%s'
                    """.formatted(
                                    kpi, row.get("la_code"), row.get("period"), row.get("sn_model")))));
        }

        assertThat(found).hasSizeGreaterThan(90).containsExactlyElementsOf(expected);
    }

    /** The number as the database writes it; nothing for a symbol. */
    private static String number(CSVRecord row, String column) {
        String text = row.get(column);
        return text.matches("-?[0-9.]+")
                ? new java.math.BigDecimal(text).stripTrailingZeros().toPlainString()
                : "";
    }

    private static List<CSVRecord> oracle() throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = Files.newBufferedReader(Shared.required("oracle/comparators.csv"))) {
            return format.parse(reader).getRecords();
        }
    }
}
