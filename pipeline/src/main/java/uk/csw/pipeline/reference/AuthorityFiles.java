package uk.csw.pipeline.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.csw.pipeline.settings.CsvRow;
import uk.csw.pipeline.settings.CsvTable;
import uk.csw.pipeline.settings.Problem;

/** Reads {@code authorities.csv} and {@code authority_changes.csv}. */
final class AuthorityFiles {
    static final Pattern CODE = Pattern.compile("\\d{3}");
    private static final Pattern GSS_CODE = Pattern.compile("E\\d{8}");
    private static final Pattern CHANGE = Pattern.compile("split|merge|recode|boundary_change|part_transfer|successor");
    private static final Pattern LIST = Pattern.compile("\\|");

    private final Path configDir;
    private final List<Problem> problems;

    AuthorityFiles(Path configDir, List<Problem> problems) {
        this.configDir = configDir;
        this.problems = problems;
    }

    Authorities read() {
        List<Authority> authorities = authorities();
        Set<String> codes = authorities.stream().map(Authority::code).collect(Collectors.toSet());
        return new Authorities(authorities, changes(codes));
    }

    private List<Authority> authorities() {
        List<String> columns = List.of(
                "code",
                "gss_code",
                "name",
                "region_code",
                "region_name",
                "comparison_region_name",
                "type",
                "valid_from",
                "valid_to",
                "aliases");
        List<Authority> authorities = new ArrayList<>();
        for (CsvRow row : CsvTable.read(configDir, "reference/authorities.csv", columns, problems)) {
            Authority authority = new Authority(
                    row.text("code", CODE, "three digits"),
                    row.text("gss_code", GSS_CODE, "an ONS code like E06000001"),
                    row.text("name"),
                    row.text("region_code", GSS_CODE, "an ONS code like E12000001"),
                    row.text("region_name"),
                    row.text("comparison_region_name"),
                    row.text("type"),
                    row.date("valid_from"),
                    row.date("valid_to", Authority.STANDING),
                    row.optional("aliases")
                            .map(text -> Arrays.asList(LIST.split(text)))
                            .orElse(List.of()));
            check(row, authority, authorities);
            authorities.add(authority);
        }
        return authorities;
    }

    private static void check(CsvRow row, Authority authority, List<Authority> before) {
        if (authority.validTo().isBefore(authority.validFrom())) {
            row.problem("valid_to before valid_from", "a span of time", "correct the dates");
        }
        before.stream()
                .filter(other -> other.code().equals(authority.code()))
                .filter(other -> other.isValidOn(authority.validFrom()) || authority.isValidOn(other.validFrom()))
                .findFirst()
                .ifPresent(other -> row.problem(
                        "code " + authority.code() + " twice for the same time",
                        "one row",
                        "end one before the next begins"));
    }

    private List<AuthorityChange> changes(Set<String> codes) {
        List<String> columns = List.of(
                "effective_date",
                "from_code",
                "from_gss_code",
                "from_name",
                "to_code",
                "to_gss_code",
                "to_name",
                "change_type");
        return CsvTable.read(configDir, "reference/authority_changes.csv", columns, problems).stream()
                .map(row -> new AuthorityChange(
                        row.date("effective_date"),
                        known(row, "from_code", codes),
                        row.text("from_gss_code", GSS_CODE, "an ONS code like E06000001"),
                        row.text("from_name"),
                        known(row, "to_code", codes),
                        row.text("to_gss_code", GSS_CODE, "an ONS code like E06000001"),
                        row.text("to_name"),
                        row.text(
                                "change_type",
                                CHANGE,
                                "one of " + CHANGE.pattern().replace("|", ", "))))
                .toList();
    }

    static String known(CsvRow row, String column, Set<String> codes) {
        String code = row.text(column);
        if (!code.isEmpty() && !codes.contains(code)) {
            row.problem("'" + code + "' in " + column, "a code of authorities.csv", "correct it, or add the authority");
        }
        return code;
    }
}
