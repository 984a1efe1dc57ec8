package uk.csw.pipeline.layout;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import uk.csw.pipeline.delivery.HeaderRecognition;
import uk.csw.pipeline.delivery.Recognition;
import uk.csw.pipeline.settings.ConfigurationProblems;
import uk.csw.pipeline.settings.Problem;
import uk.csw.pipeline.settings.YamlFile;
import uk.csw.pipeline.settings.YamlReader;

/** Every layout and code set of the configuration. Immutable; may be shared by threads. */
public final class Layouts implements HeaderRecognition {
    private final Map<String, Layout> layouts;
    private final Map<String, CodeSet> codeSets;
    private final List<Headings> headings;

    private Layouts(Map<String, Layout> layouts, Map<String, CodeSet> codeSets) {
        this.layouts = layouts;
        this.codeSets = codeSets;
        this.headings = layouts.values().stream().map(Headings::of).toList();
    }

    /**
     * Reads {@code layouts/} and {@code codes/} in {@code configDir}.
     *
     * @throws ConfigurationProblems naming everything wrong with them, with file and line
     */
    public static Layouts load(Path configDir) {
        List<Problem> problems = new ArrayList<>();
        Map<String, CodeSet> codeSets = new CodeSetReader(configDir, problems).readAll();
        LayoutCheck check = new LayoutCheck(StagingTables.known(), codeSets);
        Map<String, Layout> layouts = new LinkedHashMap<>();
        for (YamlFile file : YamlReader.of(configDir, "layout.schema.json").readAll("layouts")) {
            if (!file.isValid()) {
                problems.addAll(file.problems());
                continue;
            }
            Layout layout = LayoutReader.read(file);
            problems.addAll(check.problems(file, layout));
            if (layouts.put(layout.name(), layout) != null) {
                problems.add(file.problem(
                        file.root().path("layout"),
                        "layout '" + layout.name() + "', which another file defines too",
                        "a name of its own",
                        "rename one"));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationProblems(problems);
        }
        return new Layouts(layouts, codeSets);
    }

    /** Every layout, in order of its file. */
    public List<Layout> all() {
        return List.copyOf(layouts.values());
    }

    /**
     * The layout of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Layout layout(String name) {
        Layout layout = layouts.get(name);
        if (layout == null) {
            throw new IllegalArgumentException("No layout '" + name + "'; expected one of " + layouts.keySet());
        }
        return layout;
    }

    /** The names of the layouts with that coverage. */
    public Set<String> withCoverage(Coverage coverage) {
        return layouts.values().stream()
                .filter(layout -> layout.coverage() == coverage)
                .map(Layout::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Every code set, in order of name. */
    public List<CodeSet> codeSets() {
        return List.copyOf(codeSets.values());
    }

    /**
     * What may stand in a column: its code set, with the words this supplier uses.
     *
     * @throws IllegalArgumentException when the column has no code set
     */
    public CodeSet codesOf(Column column) {
        return codeSet(column.codes().orElse("")).with(column.values());
    }

    /**
     * The code set of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public CodeSet codeSet(String name) {
        CodeSet set = codeSets.get(name);
        if (set == null) {
            throw new IllegalArgumentException("No code set '" + name + "'; expected one of " + codeSets.keySet());
        }
        return set;
    }

    @Override
    public Recognition recognise(List<String> headers) {
        FoldedHeader header = FoldedHeader.of(headers);
        List<HeaderMatch> matches = headings.stream()
                .map(one -> HeaderMatch.of(one, header))
                .sorted(Comparator.comparingInt(HeaderMatch::matched).reversed())
                .toList();
        List<HeaderMatch> fitting = matches.stream().filter(HeaderMatch::fits).toList();
        if (fitting.isEmpty()) {
            return unknown(matches);
        }
        HeaderMatch best = fitting.get(0);
        List<String> equals = fitting.stream()
                .filter(match -> match.matched() == best.matched())
                .map(match -> match.layout().name())
                .toList();
        if (equals.size() > 1) {
            return new Recognition.Ambiguous(equals);
        }
        Layout layout = best.layout();
        return best.twice().isEmpty()
                ? new Recognition.Recognised(layout.name(), layout.source(), layout.entity(), best.ignored())
                : new Recognition.HeaderTwice(layout.name(), best.twice());
    }

    private static Recognition unknown(List<HeaderMatch> matches) {
        return matches.stream()
                .filter(match -> match.matched() > 0)
                .min(Comparator.comparingInt(match -> match.missing().size()))
                .map(match -> new Recognition.Unknown(match.layout().name(), match.missing()))
                .orElse(new Recognition.Unknown("", List.of()));
    }
}
