package uk.csw.pipeline.comparator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedFolderTest {
    private static final String LEAD = "time_period,time_identifier,geographic_level,country_code,country_name,"
            + "region_code,region_name,old_la_code,la_name,new_la_code,";
    private static final String NEW_NAMES =
            LEAD + "population_type,population_estimate,children_count,rate_per_10000\n";
    private static final String OLD_NAMES = LEAD + "population_count,population_estimate,number,rate_per_10000\n";
    private static final String ON = "Children looked after on 31 March each year";
    private static final String AT = "Children looked after at 31 March each year";
    private static final String FIGURES = """
            select area_level, area_code, year, value, symbol, vintage from mart.published_value
            where kpi_code = 'CLA_RATE' order by vintage, year, area_level, area_code
            """;

    @TempDir
    Path folder;

    private final Published published = new Published();

    PublishedFolderTest() throws SQLException {}

    @Test
    void figures_and_symbols_of_every_level_are_kept_as_they_came() throws SQLException, IOException {
        write(
                "rates.csv",
                "\uFEFF" + NEW_NAMES + england(2025, ON, "67") + region(2025, ON, "E13000001", "60")
                        + authority(2025, ON, "372", "80") + authority(2025, ON, "420", "c")
                        + authority(2025, ON, "344", "0"));

        FileReport report = published.load(folder).get(0);

        assertThat(report.state()).isEqualTo(FileReport.State.LOADED);
        assertThat(published.rows(FIGURES))
                .containsExactly(
                        "authority, 344, 2025, 0, , 2025",
                        "authority, 372, 2025, 80, , 2025",
                        "authority, 420, 2025, , c, 2025",
                        "england, E92000001, 2025, 67, , 2025",
                        "region, E13000001, 2025, 60, , 2025");
    }

    @Test
    void an_edition_with_other_names_and_labels_is_kept_beside_the_newer_one() throws SQLException, IOException {
        write("a/new.csv", NEW_NAMES + authority(2025, ON, "344", "103") + authority(2024, ON, "344", "107"));
        write("b/old.csv", OLD_NAMES + authority(2024, AT.toUpperCase(java.util.Locale.ROOT), "344", "108"));

        published.load(folder);

        assertThat(published.rows(FIGURES))
                .containsExactly(
                        "authority, 344, 2024, 108, , 2024",
                        "authority, 344, 2024, 107, , 2025",
                        "authority, 344, 2025, 103, , 2025");
        assertThat(published.rows("""
                select year, value, vintage from mart.published_comparison
                where kpi_code = 'CLA_RATE' and authority_code = '344' and neighbour_model = '2025' order by year
                """)).containsExactly("2024, 107, 2025", "2025, 103, 2025");
    }

    @Test
    void the_same_file_again_changes_nothing_and_a_corrected_one_is_an_edition_of_its_own()
            throws SQLException, IOException {
        write("rates.csv", NEW_NAMES + authority(2025, ON, "344", "103"));
        published.load(folder);

        assertThat(published.load(folder)).extracting(FileReport::state).containsExactly(FileReport.State.KNOWN);
        write("rates.csv", NEW_NAMES + authority(2025, ON, "344", "102"));
        assertThat(published.load(folder)).extracting(FileReport::vintage).containsExactly("2025 (2)");

        assertThat(published.rows(FIGURES))
                .containsExactly("authority, 344, 2025, 103, , 2025", "authority, 344, 2025, 102, , 2025 (2)");
        assertThat(published.rows("""
                select value from mart.published_comparison
                where kpi_code = 'CLA_RATE' and authority_code = '344' and neighbour_model = '2025'
                """)).containsExactly("102");
    }

    @Test
    void what_is_not_understood_is_said_and_never_guessed() throws SQLException, IOException {
        write(
                "rates.csv",
                NEW_NAMES
                        + authority(2025, ON, "344", "103")
                        + authority(2025, ON, "999", "50")
                        + authority(2025, ON, "372", "about 80").replace("2025,", "2025,")
                        + authority(0, ON, "373", "70"));
        write("recipe.csv", "flour,eggs\n1,2\n");
        Files.write(folder.resolve("latin.csv"), "time_period,é\n".getBytes(StandardCharsets.ISO_8859_1));

        List<FileReport> reports = published.load(folder);

        assertThat(reports)
                .extracting(FileReport::state)
                .containsExactly(
                        FileReport.State.NOTHING_TAKEN, FileReport.State.LOADED, FileReport.State.NOT_RECOGNISED);
        assertThat(String.join("\n", reports.get(1).remarks()))
                .contains("'about 80' where CLA_RATE should stand", "old_la_code '999'", "year '0'")
                .contains("not in this edition: CLA_START_RATE, CLA_CEASE_RATE");
        assertThat(published.rows(FIGURES)).containsExactly("authority, 344, 2025, 103, , 2025");
    }

    @Test
    void a_breakdown_that_the_mapping_does_not_know_makes_no_figure_of_its_parts() throws SQLException, IOException {
        write(
                "rates.csv",
                NEW_NAMES
                        + authority(2025, ON, "344", "103")
                        + authority(2025, ON, "344", "55")
                        + authority(2025, "Children starting to be looked after each year", "344", "30"));

        FileReport report = published.load(folder).get(0);

        assertThat(report.remarks())
                .anyMatch(remark -> remark.contains("different figures") && remark.contains("CLA_RATE"));
        assertThat(published.rows("select kpi_code, value from mart.published_value"))
                .containsExactly("CLA_START_RATE, 30");
    }

    @Test
    void the_interactive_tool_is_read_compressed_with_its_spreadsheet_numbers() throws SQLException, IOException {
        String header = "Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region\n";
        String rows = "LAC,,2024-25,Rotherham,80.900000000000006,372.0,Yorkshire and The Humber\n"
                + "LAC,,2023 (Rev),London (Inner),7.0000000000000007E-2,987.0,NA\n"
                + "LAC,,2025,England,-,970.0,NA\n"
                + "LACnum,,2025,England,81770,970.0,NA\n";
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("long.csv.gz")))) {
            out.write((header + rows).getBytes(StandardCharsets.UTF_8));
        }

        published.load(folder);

        assertThat(published.rows(FIGURES))
                .containsExactly(
                        "region, E13000001, 2023, 0.07, , 2025",
                        "authority, 372, 2025, 80.9, , 2025",
                        "england, E92000001, 2025, , -, 2025");
    }

    @Test
    void two_authorities_that_report_together_keep_their_one_row() throws SQLException, IOException {
        write(
                "workforce.csv",
                LEAD + "turnover_rate_fte,caseload_fte\n" + authority(2025, "11.9", "314 / 318", "13.9"));

        published.load(folder);

        assertThat(published.rows("select area_code, value from mart.published_value where kpi_code = 'SW_TURN_PCT'"))
                .containsExactly("314 / 318, 11.9");
    }

    @Test
    void an_authority_that_did_not_exist_yet_has_no_comparison() throws SQLException, IOException {
        write("rates.csv", NEW_NAMES + authority(2020, ON, "940", "68") + authority(2022, ON, "940", "68"));

        published.load(folder);

        assertThat(published.rows("""
                select year, value from mart.published_comparison
                where authority_code = '940' and neighbour_model = '2025'
                """)).containsExactly("2022, 68");
    }

    @Test
    void the_newest_estimates_of_population_are_those_that_rates_divide_by() throws SQLException, IOException {
        String header = LEAD + "age_group,population_estimate\n";
        String people = "Children aged 0 to 17 years";
        write("old.csv", header + population(2023, people, "1"));
        write("new.csv", header + population(2024, people, "60000") + population(2025, people, "61000"));

        published.load(folder);
        published.reinstallReference();

        assertThat(published.rows("""
                select mid_year, children_0_17, vintage from core.population
                where area_code = '372' and mid_year > 2022 order by mid_year
                """))
                .hasSize(3)
                .contains("2024, 60000, 2025", "2025, 61000, 2025")
                .doesNotContain("2023, 1, 2023");
        assertThat(published.rows("select mid_year, vintage from mart.population where area_code = '372'"))
                .containsExactlyInAnyOrder("2023, 2023", "2024, 2025", "2025, 2025");
    }

    private static String population(int year, String people, String children) {
        return year + ",Reporting year,Local authority,E92000001,England,E12000003,Yorkshire,372,Rotherham,E1," + people
                + "," + children + "\n";
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static String england(int year, String label, String rate) {
        return year + ",Reporting year,National,E92000001,England,,,,,," + label + ",1,1," + rate + "\n";
    }

    private static String region(int year, String label, String code, String rate) {
        return year + ",Reporting year,Regional,E92000001,England," + code + ",Inner London,,,," + label + ",1,1,"
                + rate + "\n";
    }

    private static String authority(int year, String label, String code, String rate) {
        String lead = year + ",Reporting year,Local authority,E92000001,England,E12000002,North West," + code
                + ",Name,E1," + label;
        return lead + (Character.isDigit(label.charAt(0)) ? "," : ",1,1,") + rate + "\n";
    }
}
