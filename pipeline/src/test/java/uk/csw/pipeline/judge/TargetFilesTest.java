package uk.csw.pipeline.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.csw.pipeline.kpi.KpiCatalogue;
import uk.csw.pipeline.reference.Authorities;
import uk.csw.pipeline.reference.ReferenceData;
import uk.csw.pipeline.settings.ConfigurationProblems;
import uk.csw.pipeline.support.Shared;

class TargetFilesTest {
    private static final KpiCatalogue CATALOGUE = KpiCatalogue.load(Shared.config());
    private static final Authorities AUTHORITIES =
            ReferenceData.load(Shared.config()).authorities();

    @TempDir
    private Path config;

    @Test
    void the_targets_of_the_project_can_be_used() {
        assertThat(Targets.load(Shared.config(), CATALOGUE, AUTHORITIES).size()).isPositive();
    }

    @Test
    void without_the_folder_there_are_no_targets() {
        assertThat(Targets.load(config, CATALOGUE, AUTHORITIES).size()).isZero();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "NO_SUCH;           rule_type=TARGET_HIGH target=9;                              KPI NO_SUCH",
                "ASM_45WD_PCT;      rule_type=HIGHER target=9;                                   rule_type HIGHER",
                "ASM_45WD_PCT;      rule_type=TARGET_HIGH;                                       no target",
                "ASM_45WD_PCT;      rule_type=TARGET_HIGH target=90%;                            target 90%",
                "ASM_45WD_PCT;      rule_type=TARGET_HIGH target=90 tol_above=1;                 tol_above 1",
                "ASM_45WD_PCT;      rule_type=TARGET_HIGH target=90 tol_below=-1;                tol_below -1",
                "ASM_45WD_PCT;      rule_type=TARGET_HIGH target=90 tol_kind=PCT;                tol_kind PCT",
                "ASM_45WD_PCT;      rule_type=TARGET_HIGH target=90 basis=snapshot;              basis snapshot",
                "ASM_45WD_PCT;      rule_type=TARGET_HIGH target=90 authority_code=999;          authority 999",
                "ASM_45WD_PCT;      rule_type=TARGET_HIGH target=90 valid_to=2009-01-01;         valid_to before valid_from",
                "ASM_45WD_PCT;      rule_type=TARGET_HIGH target=90 reason=;                     nothing",
                "ASM_45WD_PCT;      rule_type=RANGE range_low=9 range_high=8;                    range_low above range_high",
                "ASM_45WD_PCT;      rule_type=PROFILED_TARGET target=20;                         PROFILED_TARGET for ASM_45WD_PCT",
                "CLA_START_RATE;    rule_type=PROFILED_TARGET target=20 profile=0.5|0.5;         2 shares",
                "CLA_START_RATE;    rule_type=PROFILED_TARGET target=20 profile=0.3|0.3|0.3|0.3; a profile that sums to 1.2",
                "ASM_45WD_PCT;      rule_type=COMPARATOR comparator=sn_median;                   comparator sn_median",
                "UASC_PCT;          rule_type=COMPARATOR comparator=sn_mean;                     a COMPARATOR for UASC_PCT"
            })
    void a_fault_is_named_with_file_and_line(String kpi, String cells, String found) {
        new TargetCsv(config).rule(kpi, cells.split(" ")).write();

        ConfigurationProblems problems =
                catchThrowableOfType(ConfigurationProblems.class, () -> Targets.load(config, CATALOGUE, AUTHORITIES));

        assertThat(problems.problems()).hasSize(1);
        assertThat(problems.problems().get(0).toString()).startsWith("targets/test.csv:2: found " + found);
    }

    @Test
    void two_rules_for_the_same_days_are_a_fault_and_all_faults_are_named_at_once() {
        new TargetCsv(config)
                .rule("ASM_45WD_PCT", "rule_type=TARGET_HIGH", "target=90", "valid_to=2026-04-01")
                .rule("ASM_45WD_PCT", "rule_type=TARGET_HIGH", "target=95", "valid_from=2026-04-01")
                .rule("NO_SUCH", "rule_type=NONE")
                .write();

        assertThatThrownBy(() -> Targets.load(config, CATALOGUE, AUTHORITIES))
                .isInstanceOfSatisfying(
                        ConfigurationProblems.class,
                        found -> assertThat(found.problems())
                                .extracting(problem -> problem.line())
                                .isEqualTo(List.of(3, 4)));
    }
}
