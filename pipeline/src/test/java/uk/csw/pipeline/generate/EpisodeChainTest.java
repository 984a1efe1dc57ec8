package uk.csw.pipeline.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the rules of the SSDA903 say of episodes holds in every delivery without mess, corrections included. */
final class EpisodeChainTest {
    @TempDir
    private Path inbox;

    private final List<List<Map<String, String>>> chains = new ArrayList<>();

    @BeforeEach
    void write_a_year_with_every_kind_of_correction() throws IOException {
        GeneratorOptions options = Returns.oneYear(Returns.county())
                .withRecording(new RecordingHabits(0.1, 0.1, 0.05))
                .withYearEndReturns(2);
        new Generator(options).write(inbox);
        for (YearMonth month : options.deliveries()) {
            Map<String, List<Map<String, String>>> byChild = new LinkedHashMap<>();
            for (Map<String, String> row : new Returns(inbox).rows(Returns.county(), month, "episodes")) {
                byChild.computeIfAbsent(cell(row, "CHILD"), child -> new ArrayList<>())
                        .add(row);
            }
            chains.addAll(byChild.values());
        }
        assertThat(chains).hasSizeGreaterThan(5_000);
    }

    @Test
    void an_episode_closed_by_x1_is_followed_by_one_on_the_same_day() {
        for (List<Map<String, String>> chain : chains) {
            for (int i = 0; i < chain.size(); i++) {
                boolean isContinued = cell(chain.get(i), "REC").equals("X1");
                boolean hasNext = i + 1 < chain.size();
                assertThat(isContinued).as(chain.toString()).isEqualTo(hasNext && touches(chain, i));
            }
        }
    }

    @Test
    void care_starts_with_s_and_only_then() {
        for (List<Map<String, String>> chain : chains) {
            for (int i = 1; i < chain.size(); i++) {
                assertThat(cell(chain.get(i), "RNE").equals("S"))
                        .as(chain.toString())
                        .isEqualTo(!touches(chain, i - 1));
            }
        }
    }

    @Test
    void the_reason_for_a_new_episode_says_what_changed() {
        for (List<Map<String, String>> chain : chains) {
            for (int i = 1; i < chain.size(); i++) {
                Map<String, String> row = chain.get(i);
                Map<String, String> before = chain.get(i - 1);
                boolean legal = !cell(row, "LS").equals(cell(before, "LS"));
                boolean place = !cell(row, "PLACE").equals(cell(before, "PLACE"))
                        || !cell(row, "PL_POST").equals(cell(before, "PL_POST"));
                String expected = legal ? (place ? "BU" : "L") : "PT";
                String reason = cell(row, "RNE");
                assertThat(reason.equals("S") || expected.contains(reason))
                        .as(chain.toString())
                        .isTrue();
            }
        }
    }

    @Test
    void episodes_last_at_least_a_day_and_do_not_overlap() {
        for (List<Map<String, String>> chain : chains) {
            LocalDate before = LocalDate.MIN;
            for (Map<String, String> row : chain) {
                assertThat(Returns.date(row, "DECOM")).as(chain.toString()).isAfterOrEqualTo(before);
                assertThat(Returns.date(row, "DEC")).as(chain.toString()).isAfter(Returns.date(row, "DECOM"));
                before = Returns.date(row, "DEC");
            }
        }
    }

    @Test
    void the_need_never_changes_within_a_period_of_care() {
        for (List<Map<String, String>> chain : chains) {
            for (int i = 1; i < chain.size(); i++) {
                if (touches(chain, i - 1)) {
                    assertThat(cell(chain.get(i), "CIN")).isEqualTo(cell(chain.get(i - 1), "CIN"));
                }
            }
        }
    }

    @Test
    void temporary_placements_are_short_and_lead_back_to_the_same_placement() {
        for (List<Map<String, String>> chain : chains) {
            for (int i = 1; i + 1 < chain.size(); i++) {
                Map<String, String> row = chain.get(i);
                Map<String, String> next = chain.get(i + 1);
                if (cell(row, "PLACE").startsWith("T") && !cell(next, "PLACE").startsWith("T")) {
                    assertThat(Returns.date(row, "DEC"))
                            .isBeforeOrEqualTo(Returns.date(row, "DECOM").plusDays(21));
                    assertThat(cell(row, "REASON_PLACE_CHANGE")).isEmpty();
                }
            }
        }
    }

    private static boolean touches(List<Map<String, String>> chain, int at) {
        return Returns.date(chain.get(at), "DEC").equals(Returns.date(chain.get(at + 1), "DECOM"));
    }

    private static String cell(Map<String, String> row, String header) {
        return row.getOrDefault(header, "?");
    }
}
