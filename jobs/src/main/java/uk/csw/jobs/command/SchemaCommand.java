package uk.csw.jobs.command;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import uk.csw.schema.SchemaInstaller;

/** {@code csw schema}: the database's own state. */
@Command(name = "schema", description = "The database: bring it up to date, or say what that would change.")
final class SchemaCommand {
    private final CswCommand csw;

    SchemaCommand(CswCommand csw) {
        this.csw = csw;
    }

    @Command(description = "Creates the warehouse in an empty database, or upgrades it.")
    int migrate() {
        PrintWriter out = csw.out();
        try (Warehouse warehouse = Warehouse.unmigrated(csw, "schema")) {
            int changes = new SchemaInstaller().migrate(warehouse.dataSource());
            out.println(
                    changes == 0 ? "The schema is up to date." : changes + " changes made; the schema is up to date.");
            out.println("Database: " + warehouse.address().display());
        }
        return ExitCode.DONE;
    }

    @Command(description = "Lists the changes that migrate would make; makes none.")
    int status() {
        PrintWriter out = csw.out();
        try (Warehouse warehouse = Warehouse.unmigrated(csw, "schema")) {
            List<String> pending = new SchemaInstaller().status(warehouse.dataSource());
            out.println(pending.isEmpty() ? "The schema is up to date." : pending.size() + " changes to make:");
            pending.forEach(change -> out.println("  " + change));
            out.println("Database: " + warehouse.address().display());
        }
        return ExitCode.DONE;
    }
}
