package uk.csw.pipeline.conform;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which entities each derived table is made of, as its statements tell: those they read, those of the derived tables
 * they read, and those of the tables that share with it what is kept aside. A child needs a table's rows derived again
 * only when its rows of one of these changed.
 */
final class Inputs {
    /** Has a row for every child that any entity has a row in force of, or a standing file describes. */
    static final String EVERY_CHILD = "core.dim_child";

    private final List<Derived> all;
    private final Set<String> entities;
    private final Map<String, Set<String>> entitiesByTable = new HashMap<>();

    Inputs(List<Derived> all, Set<String> entities) {
        this.all = all;
        this.entities = entities;
        Map<String, Set<String>> before;
        do {
            before = Map.copyOf(entitiesByTable);
            all.forEach(this::read);
            all.forEach(derived -> share(Set.copyOf(derived.from())));
        } while (!before.equals(entitiesByTable));
    }

    /** The entities behind {@code table}. */
    Set<String> of(String table) {
        return entitiesByTable.getOrDefault(table, Set.of());
    }

    private void read(Derived derived) {
        Set<String> inputs = new HashSet<>(of(derived.table()));
        inputs.addAll(derived.mentions(entities, "staging\\.(?:in_force_)?"));
        Set<String> tables = all.stream()
                .map(Derived::table)
                .filter(table -> !table.equals(EVERY_CHILD))
                .collect(Collectors.toSet());
        derived.mentions(tables, "").forEach(table -> inputs.addAll(of(table)));
        entitiesByTable.put(derived.table(), derived.table().equals(EVERY_CHILD) ? entities : inputs);
    }

    /** Tables that use what is kept aside for one of them are derived for the same children. */
    private void share(Set<String> keptAside) {
        List<Derived> users = all.stream()
                .filter(derived -> !derived.mentions(keptAside, "").isEmpty())
                .toList();
        Set<String> together =
                users.stream().flatMap(user -> of(user.table()).stream()).collect(Collectors.toSet());
        users.forEach(user -> entitiesByTable.put(user.table(), together));
    }
}
