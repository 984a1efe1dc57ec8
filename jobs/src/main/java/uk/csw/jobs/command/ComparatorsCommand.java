package uk.csw.jobs.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import uk.csw.jobs.report.TextTable;
import uk.csw.pipeline.comparator.FileReport;
import uk.csw.pipeline.comparator.PublishedComparison;
import uk.csw.pipeline.comparator.PublishedFolder;
import uk.csw.pipeline.comparator.PublishedTables;
import uk.csw.pipeline.kpi.KpiCatalogue;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.reference.ReferenceData;

/** {@code csw comparators}: what others published. */
@Command(name = "comparators", description = "Published tables, to compare with.")
final class ComparatorsCommand {
    private final CswCommand csw;

    ComparatorsCommand(CswCommand csw) {
        this.csw = csw;
    }

    @Command(
            description = {
                "Loads published tables as they were downloaded (CSV, also gzipped), and compares every authority",
                "with its statistical neighbours, region and England. The same files again change nothing; a new",
                "edition is kept beside the old ones. Read the result in mart.published_comparison; the next night sets our",
                "own figures beside it."
            })
    int load(@Parameters(paramLabel = "DIR", description = "folder of files, read with its subfolders") Path folder)
            throws SQLException {
        if (!Files.isDirectory(folder)) {
            throw new UsageProblem("There is no folder " + folder.toAbsolutePath()
                    + ". Name the one that holds the downloaded tables.");
        }
        KpiCatalogue kpis = KpiCatalogue.load(csw.configFolder());
        PublishedTables tables = PublishedTables.load(csw.configFolder(), kpis);
        ReferenceData reference = ReferenceData.load(csw.configFolder());
        Loaded loaded;
        try (Warehouse warehouse = Warehouse.open(csw, "comparators")) {
            InTransaction.run(warehouse.dataSource(), reference::install);
            // Loaded and compared together: what was killed between them would be known, and never compared.
            loaded = InTransaction.run(warehouse.dataSource(), connection -> {
                List<FileReport> files = new PublishedFolder(
                                tables, reference.authorities(), csw.clock().instant())
                        .load(connection, folder);
                return new Loaded(files, PublishedComparison.run(connection, kpis));
            });
        }
        List<FileReport> files = loaded.files();
        print(files);
        csw.out()
                .println(loaded.comparisons()
                        + " comparisons of an authority's year with neighbours, region and England.");
        if (files.stream()
                .noneMatch(file -> file.state() == FileReport.State.LOADED || file.state() == FileReport.State.KNOWN)) {
            csw.out().println("FAILED. No file in " + folder.toAbsolutePath() + " is a table of config/comparators.");
            return ExitCode.FAILED;
        }
        if (files.stream().anyMatch(file -> file.state() == FileReport.State.LOADED)) {
            csw.out()
                    .println("Now run 'csw nightly', with or without deliveries: it sets our own figures beside these"
                            + " and publishes them. ('csw measure' stops before that.)");
        }
        return ExitCode.DONE;
    }

    private record Loaded(List<FileReport> files, long comparisons) {}

    private void print(List<FileReport> files) {
        TextTable table = TextTable.of("file", "became", "table", "edition", ">figures");
        files.forEach(file -> table.row(
                file.file(),
                words(file.state()),
                file.table(),
                file.vintage(),
                file.figures() == 0 ? "" : file.figures()));
        csw.print(table, "No CSV file.");
        files.stream()
                .filter(file -> file.state() != FileReport.State.NOT_RECOGNISED)
                .forEach(file -> file.remarks().forEach(remark -> csw.out().println(file.file() + ": " + remark)));
    }

    private static String words(FileReport.State state) {
        return switch (state) {
            case LOADED -> "loaded";
            case KNOWN -> "already loaded";
            case NOT_RECOGNISED -> "not recognised";
            case NOTHING_TAKEN -> "nothing taken";
        };
    }
}
