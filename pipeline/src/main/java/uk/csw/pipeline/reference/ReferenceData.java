package uk.csw.pipeline.reference;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import uk.csw.pipeline.calendar.WorkingDays;
import uk.csw.pipeline.settings.ConfigurationProblems;
import uk.csw.pipeline.settings.Problem;

/**
 * All reference data of the configuration, read and checked.
 *
 * @param fingerprint SHA-256 of everything it was read from, in hex
 */
public record ReferenceData(
        Authorities authorities,
        CodeSets codes,
        List<Neighbour> neighbours,
        List<ComparisonGroupMember> comparisonGroups,
        List<Population> population,
        WorkingDays workingDays,
        String fingerprint) {
    public ReferenceData {
        neighbours = List.copyOf(neighbours);
        comparisonGroups = List.copyOf(comparisonGroups);
        population = List.copyOf(population);
    }

    /**
     * Reads {@code reference/}, {@code codes/} and {@code comparison-groups/} in {@code configDir}; without the last there
     * are no groups.
     *
     * @throws ConfigurationProblems naming everything wrong with them, with file and line
     */
    public static ReferenceData load(Path configDir) {
        List<Problem> problems = new ArrayList<>();
        Authorities authorities = new AuthorityFiles(configDir, problems).read();
        FigureFiles figures = new FigureFiles(configDir, authorities, problems);
        ReferenceData data = new ReferenceData(
                authorities,
                CodeSets.load(configDir, problems),
                figures.neighbours(),
                new ComparisonGroupFiles(configDir, authorities, problems).read(),
                figures.population(),
                figures.workingDays(),
                Fingerprint.of(
                        configDir.resolve("reference"),
                        configDir.resolve("codes"),
                        configDir.resolve("comparison-groups")));
        if (!problems.isEmpty()) {
            throw new ConfigurationProblems(problems);
        }
        return data;
    }

    /**
     * Carries it into the dimensions, all in one transaction, when it differs from what they hold. Commits, unless the
     * connection is already in a transaction of the caller's.
     *
     * @return whether anything was written
     */
    public boolean install(Connection connection) throws SQLException {
        return new ReferenceInstaller(this).install(connection);
    }
}
