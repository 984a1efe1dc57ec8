package uk.csw.pipeline.reference;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every authority there is and was, with predecessors and successors. Immutable. */
public final class Authorities {
    private final List<Authority> all;
    private final List<AuthorityChange> changes;
    private final Map<String, List<Authority>> byCode = new TreeMap<>();

    Authorities(List<Authority> all, List<AuthorityChange> changes) {
        this.all = List.copyOf(all);
        this.changes = List.copyOf(changes);
        for (Authority authority : this.all) {
            byCode.computeIfAbsent(authority.code(), code -> new ArrayList<>()).add(authority);
        }
        byCode.values().forEach(spans -> spans.sort(Comparator.comparing(Authority::validFrom)));
    }

    /** Every span of every authority, by code and time. */
    public List<Authority> all() {
        return byCode.values().stream().flatMap(List::stream).toList();
    }

    public List<AuthorityChange> changes() {
        return changes;
    }

    /** The authorities that stand today, by code. */
    public List<Authority> live() {
        return all().stream().filter(Authority::isLive).toList();
    }

    /** What is known of {@code code} on the last day of {@code period}, the position date of a delivery. */
    public AuthorityStanding at(String code, YearMonth period) {
        List<Authority> spans = byCode.getOrDefault(code, List.of());
        if (spans.isEmpty()) {
            return new AuthorityStanding.Unknown(code);
        }
        LocalDate day = period.atEndOfMonth();
        Optional<Authority> standing =
                spans.stream().filter(span -> span.isValidOn(day)).findFirst();
        if (standing.isPresent()) {
            return new AuthorityStanding.Exists(standing.get());
        }
        if (day.isBefore(spans.get(0).validFrom())) {
            return new AuthorityStanding.NotYet(spans.get(0));
        }
        return new AuthorityStanding.Ended(spans.get(spans.size() - 1), successors(code));
    }

    /** The newest span of {@code code}, whether it stands or not. */
    public Optional<Authority> newest(String code) {
        List<Authority> spans = byCode.getOrDefault(code, List.of());
        return spans.isEmpty() ? Optional.empty() : Optional.of(spans.get(spans.size() - 1));
    }

    /** The authority, standing or ended, that published tables call {@code name}; a standing one wins. */
    public Optional<Authority> named(String name) {
        String wanted = name.strip();
        return all.stream()
                .filter(authority -> Stream.concat(Stream.of(authority.name()), authority.aliases().stream())
                        .anyMatch(wanted::equalsIgnoreCase))
                .max(Comparator.comparing(Authority::validTo));
    }

    /** Authorities that directly took over from {@code code} under another code. */
    public List<Authority> successors(String code) {
        return changes.stream()
                .filter(change ->
                        change.fromCode().equals(code) && !change.toCode().equals(code))
                .flatMap(change -> newest(change.toCode()).stream())
                .sorted(Comparator.comparing(Authority::code))
                .toList();
    }

    /** Authorities that {@code code} directly took over from. */
    public List<Authority> predecessors(String code) {
        return changes.stream()
                .filter(change ->
                        change.toCode().equals(code) && !change.fromCode().equals(code))
                .flatMap(change -> newest(change.fromCode()).stream())
                .sorted(Comparator.comparing(Authority::code))
                .toList();
    }
}
