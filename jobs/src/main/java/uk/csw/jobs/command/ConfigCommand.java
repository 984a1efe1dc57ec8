package uk.csw.jobs.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import uk.csw.pipeline.committee.PriorityGroups;
import uk.csw.pipeline.comparator.PublishedTables;
import uk.csw.pipeline.judge.Targets;
import uk.csw.pipeline.kpi.KpiCatalogue;
import uk.csw.pipeline.layout.Layouts;
import uk.csw.pipeline.quality.Checks;
import uk.csw.pipeline.reference.ComparisonGroupMember;
import uk.csw.pipeline.reference.ReferenceData;
import uk.csw.pipeline.settings.ConfigurationProblems;
import uk.csw.pipeline.settings.Problem;
import uk.csw.pipeline.settings.Settings;

/** {@code csw config}: whether the configuration can be used. Needs no database. */
@Command(name = "config", description = "The configuration: every problem in it, with file and line.")
final class ConfigCommand {
    private final CswCommand csw;

    ConfigCommand(CswCommand csw) {
        this.csw = csw;
    }

    @Command(description = "Reads the whole configuration and names every problem.")
    int check() {
        Path folder = csw.configFolder();
        List<String> counted = new ArrayList<>();
        Set<Problem> problems = new LinkedHashSet<>();
        collect(problems, () -> Settings.load(folder));
        collect(problems, () -> counted.add(Layouts.load(folder).all().size() + " layouts"));
        collect(problems, () -> counted.add(Checks.load(folder).all().size() + " checks"));
        collect(
                problems,
                () -> counted.add(KpiCatalogue.load(folder).definitions().size() + " KPIs"));
        collect(problems, () -> {
            ReferenceData reference = ReferenceData.load(folder);
            counted.add(reference.authorities().live().size() + " authorities");
            counted.add(reference.comparisonGroups().stream()
                            .map(ComparisonGroupMember::groupCode)
                            .distinct()
                            .count()
                    + " comparison groups");
        });
        // Targets and priority areas name KPIs and authorities: they are read once those can be.
        collect(
                problems,
                () -> counted.add(Targets.load(
                                        folder,
                                        KpiCatalogue.load(folder),
                                        ReferenceData.load(folder).authorities())
                                .size()
                        + " targets"));
        collect(
                problems,
                () -> counted.add(PriorityGroups.load(
                                        folder,
                                        KpiCatalogue.load(folder),
                                        ReferenceData.load(folder).authorities())
                                .size()
                        + " priority areas"));
        collect(
                problems,
                () -> counted.add(
                        PublishedTables.load(folder, KpiCatalogue.load(folder)).size() + " published tables"));
        if (!problems.isEmpty()) {
            throw new ConfigurationProblems(List.copyOf(problems));
        }
        csw.out().println("No problems: " + String.join(", ", counted) + " in " + folder);
        return ExitCode.DONE;
    }

    private static void collect(Set<Problem> problems, Runnable part) {
        try {
            part.run();
        } catch (ConfigurationProblems found) {
            problems.addAll(found.problems());
        }
    }
}
