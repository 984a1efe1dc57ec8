package uk.csw.jobs.command;

import java.io.PrintWriter;
import java.util.Optional;
import uk.csw.jobs.database.DatabaseAddress;

/** Says in words how an analyst reaches the warehouse. */
final class HowToConnect {
    private HowToConnect() {}

    static void print(PrintWriter out, Home home, Warehouse warehouse) {
        Optional<DatabaseAddress> analyst = warehouse.analyst();
        if (analyst.isEmpty()) {
            out.println("The warehouse is at " + warehouse.address().display()
                    + "; the views are in schema mart, for members of the role csw_analyst.");
            return;
        }
        int port = analyst.get().port();
        String user = analyst.get().user();
        out.println("The views are in schema mart: start with mart.scorecard.");
        out.println("psql:      PGPASSFILE=" + home.folder().resolve("pgpass") + " psql -h localhost -p " + port
                + " -U " + user + " -d csw");
        out.println("Power BI:  Get data > PostgreSQL database; server localhost:" + port + ", database csw, user "
                + user + ", password in " + home.folder().resolve("analyst-password"));
        out.println("The database runs while a program uses it: 'csw serve' keeps it up.");
    }
}
