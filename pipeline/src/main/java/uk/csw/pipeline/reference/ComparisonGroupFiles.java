package uk.csw.pipeline.reference;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.csw.pipeline.settings.CsvRow;
import uk.csw.pipeline.settings.CsvTable;
import uk.csw.pipeline.settings.Problem;

/** Reads {@code comparison-groups/*.csv} and finds every fault in them. */
final class ComparisonGroupFiles {
    private static final LocalDate STANDING = LocalDate.of(9999, 12, 31);
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{1,39}");
    private static final List<String> COLUMNS =
            List.of("group_code", "group_name", "edition", "valid_from", "valid_to", "authority_code", "member_code");
    /** Words that comparisons and targets use for something else. */
    private static final Set<String> TAKEN = Set.of(
            "previous_period",
            "same_period_last_year",
            "target",
            "statistical_neighbours",
            "sn_mean",
            "sn_median",
            "sn_pooled",
            "region",
            "england",
            "top_quartile");

    private final Path configDir;
    private final Set<String> authorityCodes;
    private final List<Problem> problems;
    private final Map<String, String> nameOfCode = new HashMap<>();
    private final Map<String, String> codeOfName = new HashMap<>();
    private final Map<String, Boolean> isShared = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    /** The first row of each list, by which the later ones are judged. */
    private final List<ComparisonGroupMember> lists = new ArrayList<>();

    ComparisonGroupFiles(Path configDir, Authorities authorities, List<Problem> problems) {
        this.configDir = configDir;
        this.problems = problems;
        authorityCodes = authorities.all().stream().map(Authority::code).collect(Collectors.toSet());
    }

    List<ComparisonGroupMember> read() {
        List<ComparisonGroupMember> members = new ArrayList<>();
        Map<String, List<CsvRow>> shared = new LinkedHashMap<>();
        for (CsvRow row : CsvTable.readFolder(configDir, "comparison-groups", COLUMNS, problems)) {
            int before = problems.size();
            ComparisonGroupMember member = member(row);
            if (problems.size() == before) {
                checkMember(row, member);
                checkGroup(row, member);
                checkList(row, member);
            }
            if (member.authorityCode().isEmpty()) {
                shared.computeIfAbsent(member.list(), list -> new ArrayList<>()).add(row);
            }
            members.add(member);
        }
        shared.forEach((list, rows) -> {
            if (rows.size() == 1) {
                rows.get(0)
                        .problem(
                                list + " with one member",
                                "at least two, as each is compared with the others",
                                "add the others, or name in authority_code whose group it is");
            }
        });
        return members;
    }

    private ComparisonGroupMember member(CsvRow row) {
        return new ComparisonGroupMember(
                row.text("group_code", CODE, "a word of small letters, digits and _, such as tees_valley"),
                row.text("group_name"),
                row.text("edition"),
                row.date("valid_from"),
                row.date("valid_to", STANDING),
                row.optional("authority_code").isEmpty()
                        ? ""
                        : AuthorityFiles.known(row, "authority_code", authorityCodes),
                AuthorityFiles.known(row, "member_code", authorityCodes));
    }

    private void checkMember(CsvRow row, ComparisonGroupMember member) {
        if (TAKEN.contains(member.groupCode())) {
            row.problem(
                    "group_code " + member.groupCode(),
                    "a word that is not taken: " + TAKEN.stream().sorted().collect(Collectors.joining(", ")) + " are",
                    "choose another code");
        }
        if (member.validTo().isBefore(member.validFrom())) {
            row.problem("valid_to before valid_from", "a span of time", "correct the dates");
        }
        if (member.authorityCode().equals(member.memberCode())) {
            row.problem(
                    "authority " + member.memberCode() + " compared with itself",
                    "the others: its own figure stands beside theirs anyway",
                    "take the row out");
        }
        if (!seen.add(member.list() + "/" + member.memberCode())) {
            row.problem(
                    "member " + member.memberCode() + " of " + member.list() + " again", "each once", "take one out");
        }
    }

    private void checkGroup(CsvRow row, ComparisonGroupMember member) {
        String name = nameOfCode.putIfAbsent(member.groupCode(), member.groupName());
        String code = codeOfName.putIfAbsent(member.groupName(), member.groupCode());
        if (name != null && !name.equals(member.groupName())) {
            row.problem(
                    "'" + member.groupName() + "' for " + member.groupCode(),
                    "one name for a group: it is '" + name + "' before",
                    "write the same name in all of its rows");
        } else if (code != null && !code.equals(member.groupCode())) {
            row.problem(
                    "'" + member.groupName() + "' for " + member.groupCode(),
                    "a name of its own: " + code + " has it",
                    "choose another name, or correct the code");
        }
        boolean hasNoOwner = member.authorityCode().isEmpty();
        Boolean before = isShared.putIfAbsent(member.groupCode(), hasNoOwner);
        if (before != null && before != hasNoOwner) {
            row.problem(
                    (hasNoOwner ? "no authority_code" : "authority_code " + member.authorityCode()) + " for "
                            + member.groupCode(),
                    "an authority in all rows of a group or in none",
                    "make two groups of it");
        }
    }

    private void checkList(CsvRow row, ComparisonGroupMember member) {
        first(member::isOfTheSameList)
                .ifPresentOrElse(
                        list -> {
                            if (!list.validFrom().equals(member.validFrom())
                                    || !list.validTo().equals(member.validTo())) {
                                row.problem(
                                        member.list() + " from " + member.validFrom() + " to " + member.validTo(),
                                        "the dates of its other rows, from " + list.validFrom() + " to "
                                                + list.validTo(),
                                        "write the same dates in all rows of an edition; when a member joins or leaves, begin"
                                                + " a new edition");
                            }
                        },
                        () -> {
                            first(member::isInTheWayOf)
                                    .ifPresent(other -> row.problem(
                                            member.list() + " from " + member.validFrom() + " to " + member.validTo(),
                                            "no other edition on the same days: " + other.edition() + " holds from "
                                                    + other.validFrom() + " to " + other.validTo(),
                                            "end the earlier one the day before this one begins"));
                            lists.add(member);
                        });
    }

    private Optional<ComparisonGroupMember> first(Predicate<ComparisonGroupMember> wanted) {
        return lists.stream().filter(wanted).findFirst();
    }
}
