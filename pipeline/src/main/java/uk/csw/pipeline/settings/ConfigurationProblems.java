package uk.csw.pipeline.settings;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used: every problem found, not only the first. */
public final class ConfigurationProblems extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public ConfigurationProblems(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
