package uk.csw.pipeline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.csw.pipeline.support.Inbox;
import uk.csw.pipeline.support.Warehouse;

/** What a file gives does not depend on where it was cut. */
class LandingPartsTest {
    private static final String FILE = """
            CHILD,DOB,REVIEW,REVIEW_CODE
            1,01/01/2015,01/03/2026,PN0
            "2",01/01/2015,"02/03/2026","PN1"
            3,01/01/2015,31/02/2026,PN2

            4,01/01/2015,04/03/2026
            5,01/01/2015,05/03/2026,PN3,"a ""cell"" too
            many"
            ,,,
            6,"01/01/
            2015",06/03/2026,PN4
            é7,01/01/2015,07/03/2026,PN5
            8,01/01/2015,,PN6""";

    @TempDir
    Path folder;

    @Test
    void rows_lines_and_findings_are_the_same_however_a_file_is_cut() {
        Warehouse whole = loaded("whole", 4 << 20, FILE);
        Warehouse parts = loaded("parts", 1, FILE);

        assertThat(parts.number("select count(*) from ops.file_part")).isGreaterThan(8);
        assertThat(rows(parts)).isEqualTo(rows(whole));
    }

    @Test
    void line_ends_of_any_kind_give_the_same_rows() {
        List<String> expected = staged(loaded("lf", 4 << 20, FILE));

        assertThat(staged(loaded("crlf", 30, FILE.replace("\n", "\r\n")))).isEqualTo(expected);
        assertThat(staged(loaded("cr", 30, FILE.replace("\n", "\r")))).isEqualTo(expected);
    }

    @Test
    void refused_rows_are_kept_as_they_stand_with_the_line_on_which_they_begin() {
        Warehouse warehouse = loaded("quarantine", 60, FILE);

        assertThat(warehouse.rows("select line, raw_text from quarantine.row order by line"))
                .containsExactly(
                        "4|3,01/01/2015,31/02/2026,PN2",
                        "6|4,01/01/2015,04/03/2026",
                        "7|5,01/01/2015,05/03/2026,PN3,\"a \"\"cell\"\" too\nmany\"",
                        "13|8,01/01/2015,,PN6");
        assertThat(warehouse.rows("select line, rule_code from quarantine.finding order by line, rule_code"))
                .containsExactly(
                        "4|DATE_IMPOSSIBLE_REQUIRED",
                        "6|ROW_RAGGED",
                        "7|ROW_RAGGED",
                        "9|ROW_EMPTY",
                        "10|DATE_UNREADABLE",
                        "13|BLANK_REQUIRED");
    }

    private Warehouse loaded(String name, long partBytes, String text) {
        Inbox inbox = new Inbox(folder.resolve(name)).put("330", "2026-03", "reviews.csv", text);
        Warehouse warehouse = new Warehouse(inbox, partBytes);
        warehouse.load();
        return warehouse;
    }

    private static List<String> staged(Warehouse warehouse) {
        return warehouse.rows(
                "select line, child_id, birth_date, review_date, participation from staging.care_review order by line");
    }

    private static List<String> rows(Warehouse warehouse) {
        return warehouse.rows("""
                select line, child_id || ' ' || participation from staging.care_review
                union all
                select line, raw_text from quarantine.row
                union all
                select line, rule_code || ' ' || found from quarantine.finding
                order by 1, 2""");
    }
}
