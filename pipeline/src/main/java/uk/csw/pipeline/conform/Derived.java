package uk.csw.pipeline.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A table of facts per child, the statement that fills it for the children touched, and what is kept aside for it.
 *
 * @param table with its schema
 * @param file the statement
 * @param from temporary tables made just before, each by the statement of its name; those that follow may use them too
 */
record Derived(String table, String file, List<String> from) {
    Derived(String table, String file, String... from) {
        this(table, file, List.of(from));
    }

    Derived {
        from = List.copyOf(from);
    }

    /** Which of {@code names} its statements mention. */
    Set<String> mentions(Set<String> names, String before) {
        List<String> texts = new ArrayList<>(List.of(RowStatements.read(file)));
        from.forEach(kept -> texts.add(RowStatements.read(kept + ".sql")));
        String text = String.join("\n", texts);
        return names.stream()
                .filter(name -> Pattern.compile("\\b" + before + Pattern.quote(name) + "\\b")
                        .matcher(text)
                        .find())
                .collect(Collectors.toSet());
    }
}
