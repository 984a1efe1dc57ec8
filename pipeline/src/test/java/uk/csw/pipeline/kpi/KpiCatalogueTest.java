package uk.csw.pipeline.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.csw.pipeline.settings.ConfigurationProblems;
import uk.csw.pipeline.support.Shared;

class KpiCatalogueTest {
    @TempDir
    Path folder;

    @Test
    void the_project_defines_the_kpis_of_children_looked_after_and_care_leavers() {
        assertThat(defined())
                .contains(
                        "ADOPT_PCT",
                        "CLA_3PLUS_PCT",
                        "CLA_CEASE_RATE",
                        "CLA_FOSTER_PCT",
                        "CLA_OWN_FOSTER_PCT",
                        "CLA_RATE",
                        "CLA_RESID_PCT",
                        "CLA_STAB_2Y_PCT",
                        "CLA_START_RATE",
                        "CL_EET_19_21_PCT",
                        "CL_SUIT_PCT",
                        "PERM_CEASED_PCT",
                        "SGO_PCT",
                        "UASC_PCT");
    }

    @Test
    void the_project_defines_the_kpis_of_health_reviews_absences_workers_adoption_and_former_assessments() {
        assertThat(defined())
                .contains(
                        "ADOPT_12M_PCT",
                        "ADOPT_A1_DAYS",
                        "ADOPT_A2_DAYS",
                        "CA_35WD_PCT",
                        "CLA_20MI_PCT",
                        "CLA_DENTAL_IMM_PCT",
                        "CLA_HEALTH_PCT",
                        "CLA_MISSING_PCT",
                        "CLA_REVIEW_PCT",
                        "CLA_SDQ",
                        "CLA_SW3_PCT",
                        "CL_EET_17_18_PCT",
                        "CL_EET_18_21_PCT",
                        "CL_INTOUCH_PCT",
                        "CL_STAYPUT_PCT",
                        "IA_10WD_PCT");
    }

    /** The glossary of mart is made of what definitions spell out, so none may use an acronym that it does not. */
    @Test
    void every_acronym_in_the_words_of_a_definition_is_spelt_out_there() {
        Pattern acronym = Pattern.compile("\\b[A-Z][A-Za-z]*[A-Z][A-Za-z0-9]*\\b");
        Set<String> codesQuoted = Set.of("YES", "PR1");
        List<String> unexplained = KpiCatalogue.load(Shared.config()).definitions().stream()
                .flatMap(kpi -> acronym.matcher(String.join(
                                " ",
                                kpi.words().name(),
                                kpi.words().plainEnglish(),
                                kpi.words().outcome(),
                                kpi.words().numerator(),
                                kpi.words().denominator()))
                        .results()
                        .map(MatchResult::group)
                        .filter(word -> !codesQuoted.contains(word)
                                && !kpi.words().acronyms().matches("(?s)(.*; )?" + word + ": .*"))
                        .map(word -> kpi.code() + ": " + word))
                .distinct()
                .toList();

        assertThat(unexplained).isEmpty();
    }

    @Test
    void the_project_defines_the_kpis_of_referrals_assessments_enquiries_and_plans() {
        assertThat(defined())
                .contains(
                        "REF_RATE",
                        "REF_NFA_PCT",
                        "REREF_12M_PCT",
                        "REF_NOTNEED_PCT",
                        "ASM_45WD_PCT",
                        "ASM_10WD_PCT",
                        "ASM_OVERDUE_N",
                        "ASM_MEDIAN_WD",
                        "S47_RATE",
                        "ICPC_RATE",
                        "ICPC_15WD_PCT",
                        "CIN_RATE",
                        "CIN_ONLY_N",
                        "CINPLAN_RATE",
                        "CPP_RATE",
                        "CPP_START_RATE",
                        "CPP_END_RATE",
                        "CPP_REPEAT_EVER_PCT",
                        "CPP_REPEAT_24M_PCT",
                        "CPP_2Y_CEASED_PCT",
                        "CPP_2Y_OPEN_PCT",
                        "CPP_REVIEW_PCT");
    }

    @Test
    void the_problems_of_all_files_are_reported_together_with_their_lines() {
        KpiFiles files = new KpiFiles(folder)
                .write(
                        "ONE_N",
                        KpiFiles.COUNT.formatted("ONE_N").replace("where: is_care_start", "where: is_car_start"))
                .write("TWO_N", KpiFiles.COUNT.formatted("TWO_N").replace("unit: count", "unit: counts"));

        assertThat(problems(files))
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith(
                                "kpis/ONE_N.yaml:13: found 'is_car_start'; expected a literal or one of the columns"))
                .anySatisfy(problem -> assertThat(problem).startsWith("kpis/TWO_N.yaml:6: found 'counts'"));
    }

    @Test
    void what_does_not_fit_together_is_a_problem() {
        assertThat(changed("code: ONE_N", "code: ONE_M"))
                .singleElement()
                .asString()
                .startsWith("kpis/ONE_N.yaml:1: found 'ONE_M' in kpis/ONE_N.yaml");
        assertThat(changed("date: start_date", "date: birthday"))
                .singleElement()
                .asString()
                .startsWith("kpis/ONE_N.yaml:10: found 'birthday'; expected one of end_date, start_date");
        assertThat(changed("date: start_date\n", "")).singleElement().asString().contains("no property 'date'");
        assertThat(changed("date: start_date", "date: start_date\nonce_per_child: last"))
                .singleElement()
                .asString()
                .contains("found 'last' by start_date");
        assertThat(changed("bases: [month]", "bases: [month, snapshot]"))
                .singleElement()
                .asString()
                .startsWith("kpis/ONE_N.yaml:14: found 'snapshot' of care_episode");
        assertThat(changed("unit: count", "unit: per_10000"))
                .singleElement()
                .asString()
                .contains("no property 'denominator'");
        assertThat(changed("bases: [month]", "bases: [month]\ncount_bases: [month]"))
                .singleElement()
                .asString()
                .contains("count_bases for count");
        assertThat(changed("bases: [month]", "bases: [month]\nminimum_denominator: 5"))
                .singleElement()
                .asString()
                .contains("a minimum");
        assertThat(changed("bases: [month]", "bases: [month, r12]\nwindow_years: 3"))
                .singleElement()
                .asString()
                .startsWith("kpis/ONE_N.yaml:15: found a window of years; expected events, on r12 and annual only");
        assertThat(changed("where: is_care_start", "sum_of: age_at_start"))
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem).contains("no property 'where'"))
                .anySatisfy(problem -> assertThat(problem).contains("property 'sum_of'"));
        assertThat(changed("bases: [month]", "bases: [month]\nbreakdowns: [colour]"))
                .singleElement()
                .asString()
                .startsWith("kpis/ONE_N.yaml:15: found 'colour'; expected a column of care_episode");
        assertThat(changed("bases: [month]", "bases: [month]\nvalid_from: 2025-04\nvalid_to: 2025-03"))
                .singleElement()
                .asString()
                .contains("not before valid_from");
        assertThat(changed("says: none, given: []", "says: none, given: [{age: 5}]"))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem).contains("found 'age'; expected a column of care_episode"));
        assertThat(changed("basis: month", "basis: annual"))
                .anySatisfy(problem -> assertThat(problem).contains("one of the KPI's bases"))
                .anySatisfy(problem -> assertThat(problem).contains("the month that ends the KPI's year, 3"));
    }

    @Test
    void a_definition_rests_on_the_records_its_columns_come_with() {
        assertThat(changed("date: start_date", "covered_by: [plan]\ndate: start_date"))
                .anySatisfy(problem ->
                        assertThat(problem).startsWith("kpis/ONE_N.yaml:10: found plan; expected some of care_episode"))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("kpis/ONE_N.yaml:14: found 'is_care_start', which comes with care_episode"));
        assertThat(changed("period: 2025-01", "not_covered: [plan], period: 2025-01"))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem).contains("one of the entities the KPI rests on"));
    }

    @Test
    void the_version_follows_what_a_definition_says_not_how_it_is_written() {
        String text = KpiFiles.COUNT.formatted("ONE_N");
        String version = version(text);

        assertThat(version("# a comment\n" + text)).isEqualTo(version);
        assertThat(version(text.replace("unit: count\ndecimals: 0", "decimals: 0\nunit: count")))
                .isEqualTo(version);
        assertThat(version(text.replace("says: none", "says: other"))).isEqualTo(version);
        assertThat(version(text.replace("where: is_care_start", "where: is_care_start and age_at_start > 1")))
                .isNotEqualTo(version);
        assertThat(version(text.replace("text: Starts", "text: Starts of care")))
                .isNotEqualTo(version);
    }

    private static List<String> defined() {
        return KpiCatalogue.load(Shared.config()).definitions().stream()
                .map(KpiDefinition::code)
                .toList();
    }

    private String version(String text) {
        return new KpiFiles(fresh())
                .write("ONE_N", text)
                .load()
                .find("ONE_N")
                .orElseThrow()
                .version();
    }

    private List<String> changed(String from, String to) {
        String text = KpiFiles.COUNT.formatted("ONE_N");
        assertThat(text).contains(from);
        return problems(new KpiFiles(fresh()).write("ONE_N", text.replace(from, to)));
    }

    private int number;

    private Path fresh() {
        return folder.resolve("config" + number++);
    }

    private static List<String> problems(KpiFiles files) {
        return catchThrowableOfType(ConfigurationProblems.class, files::load).problems().stream()
                .map(Object::toString)
                .toList();
    }
}
