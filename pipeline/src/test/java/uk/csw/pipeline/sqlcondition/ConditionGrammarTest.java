package uk.csw.pipeline.sqlcondition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionGrammarTest {
    private static final Map<String, ColumnType> COLUMNS = Map.ofEntries(
            Map.entry("age", ColumnType.NUMBER),
            Map.entry("days_looked_after", ColumnType.NUMBER),
            Map.entry("end_date", ColumnType.DATE),
            Map.entry("is_looked_after", ColumnType.FLAG),
            Map.entry("is_short_break", ColumnType.FLAG),
            Map.entry("legal_status", ColumnType.TEXT),
            Map.entry("looked_after_since", ColumnType.DATE),
            Map.entry("placement_provider", ColumnType.TEXT),
            Map.entry("placement_since", ColumnType.DATE),
            Map.entry("placement_type", ColumnType.TEXT),
            Map.entry("start_date", ColumnType.DATE));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "is_looked_after",
                "is_looked_after and not is_short_break",
                "age < 16 or (age >= 18 and age <> 20)",
                "placement_type in ('U1', 'U2') and placement_provider is not null",
                "placement_type not in ('T0')",
                "age between 10 and 12 and not age = 11",
                "age not between 10 and 12",
                "days_looked_after / 7 + 1 > 4 * -2",
                "placement_since - looked_after_since > 30",
                "looked_after_since <= date '2024-03-31' - 30",
                "legal_status is null",
                "true"
            })
    void conditions_over_published_columns_pass(String condition) {
        assertThat(ConditionGrammar.condition(COLUMNS, condition).text()).isNotEmpty();
    }

    @Test
    void line_breaks_of_the_file_do_not_matter() {
        assertThat(ConditionGrammar.condition(COLUMNS, "  age<16\n   and is_looked_after ")
                        .text())
                .isEqualTo("age < 16 and is_looked_after");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true; drop table kpi.value",
                "true) or (true",
                "(true",
                "exists (select 1 from staging.person)",
                "child_key = 5",
                "authority_key = 372",
                "pg_sleep(10) is null",
                "age::text = '5'",
                "\"age\" < 5",
                "age < 16 -- comment",
                "age < 16 /* comment */",
                "placement_type = 'U1' || 'x'",
                "placement_type = E'\\x41'",
                "placement_type = 'it\\'s'",
                "placement_type = $$U1$$",
                "placement_type = :authorities",
                "placement_type like 'U%'",
                "age = any (array[1])",
                "case when true then true end",
                "current_user = 'x'",
                "AGE < 5",
                "age <",
                "< 5",
                "age 5",
                "placement_type in ()",
                "age is null null",
                "looked_after_since < date '2023-02-31'",
                "",
            })
    void everything_else_is_refused(String condition) {
        assertThatThrownBy(() -> ConditionGrammar.condition(COLUMNS, condition)).isInstanceOf(ConditionMistake.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            age = 'U1'                          | found a text; expected a number
            placement_type in ('U1', 2)         | found a number; expected a text
            age                                 | found a number; expected a condition (true or false)
            age and is_looked_after             | found a number; expected a condition (true or false)
            looked_after_since > '2024-01-01'   | found a text; expected a date
            looked_after_since + placement_since > 5 | found a date; expected a number
            is_looked_after + 1 > 5             | found a condition (true or false); expected a number
            """)
    void both_sides_must_be_of_one_kind(String condition, String message) {
        assertThatThrownBy(() -> ConditionGrammar.condition(COLUMNS, condition)).hasMessage(message);
    }

    @Test
    void an_unknown_column_is_answered_with_the_known_ones() {
        assertThatThrownBy(() -> ConditionGrammar.condition(COLUMNS, "in_tuch = 'YES'"))
                .hasMessageStartingWith("found 'in_tuch'; expected a literal or one of the columns age,"
                        + " days_looked_after, end_date, is_looked_after, is_short_break");
    }

    @Test
    void the_columns_it_names_are_known() {
        assertThat(ConditionGrammar.condition(COLUMNS, "end_date < start_date or end_date is null and age > 5")
                        .columns())
                .containsExactly("end_date", "start_date", "age");
    }

    @Test
    void an_amount_is_a_number() {
        assertThat(ConditionGrammar.amount(COLUMNS, "end_date - start_date").text())
                .isEqualTo("end_date - start_date");
        assertThatThrownBy(() -> ConditionGrammar.amount(COLUMNS, "end_date")).isInstanceOf(ConditionMistake.class);
    }
}
