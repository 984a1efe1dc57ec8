package uk.csw.jobs.command;

import java.io.PrintWriter;
import java.net.URI;

/** Says in words how an analyst reaches the warehouse. */
final class HowToConnect {
    private HowToConnect() {}

    static void print(PrintWriter out, Home home, Warehouse warehouse) {
        if (!warehouse.isEmbedded()) {
            out.println("The warehouse is at " + warehouse.address().display());
            return;
        }
        URI server = URI.create(warehouse.address().url().substring("jdbc:".length()));
        String user = warehouse.address().user();
        out.println("psql:      PGPASSFILE=" + home.folder().resolve("pgpass") + " psql -h localhost -p "
                + server.getPort() + " -U " + user + " -d csw");
        out.println("Power BI:  Get data > PostgreSQL database; server localhost:" + server.getPort()
                + ", database csw, user " + user + ", password in "
                + home.folder().resolve("password"));
    }
}
