package uk.csw.pipeline.support;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import uk.csw.pipeline.delivery.DeliveryRegister;
import uk.csw.pipeline.delivery.RegisterOptions;
import uk.csw.pipeline.delivery.RegisteredDelivery;
import uk.csw.pipeline.delivery.Registration;
import uk.csw.pipeline.layout.Layouts;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.postgres.Sql;
import uk.csw.pipeline.quality.Landing;
import uk.csw.pipeline.quality.LandingGroup;
import uk.csw.pipeline.quality.LandingProgress;

/** A fresh warehouse with an inbox, a few authorities and, unless told otherwise, the project's own layouts, for tests that load files. */
public final class Warehouse {
    /** The day on which all tests of loading happen. */
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-15T03:00:00Z"), ZoneId.of("Europe/London"));

    private final DataSource database = TestDatabase.fresh();
    private final Layouts layouts;
    private final Inbox inbox;
    private final long partBytes;

    public Warehouse(Inbox inbox) {
        this(inbox, 4 << 20);
    }

    /** A warehouse that cuts files into parts of about this size. */
    public Warehouse(Inbox inbox, long partBytes) {
        this(inbox, partBytes, Shared.config());
    }

    /** A warehouse with a configuration of its own. */
    public Warehouse(Inbox inbox, Path config) {
        this(inbox, 4 << 20, config);
    }

    private Warehouse(Inbox inbox, long partBytes, Path config) {
        this.layouts = Layouts.load(config);
        this.inbox = inbox;
        this.partBytes = partBytes;
        execute("""
                insert into core.dim_authority values
                    (330, '330', 'E08000025', 'Birmingham', 'E12000005', 'West Midlands', 'West Midlands',
                        'Metropolitan district', '1974-04-01', '9999-12-31', true),
                    (331, '331', 'E08000026', 'Coventry', 'E12000005', 'West Midlands', 'West Midlands',
                        'Metropolitan district', '1974-04-01', '9999-12-31', true),
                    (909, '909', 'E10000006', 'Cumbria', 'E12000002', 'North West', 'North West',
                        'County', '1974-04-01', '2023-03-31', false),
                    (942, '942', 'E06000063', 'Cumberland', 'E12000002', 'North West', 'North West',
                        'Unitary', '2023-04-01', '9999-12-31', true)""");
        execute("""
                insert into core.authority_change values
                    ('2023-04-01', 909, 'E10000006', 'Cumbria', 942, 'E06000063', 'Cumberland', 'split'),
                    ('2023-04-01', 909, 'E10000006', 'Cumbria', 943, 'E06000064', 'Westmorland and Furness', 'split')""");
    }

    public DataSource database() {
        return database;
    }

    public Inbox inbox() {
        return inbox;
    }

    public Layouts layouts() {
        return layouts;
    }

    public Landing landing() {
        return new Landing(layouts, inbox.path(), CLOCK);
    }

    /** Registers what lies in the inbox. */
    public Registration register() {
        RegisterOptions options = new RegisterOptions(partBytes, 2, Duration.ofSeconds(2), time -> {});
        try {
            return new DeliveryRegister(layouts, CLOCK, options).register(database, inbox.path());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Registers, lands and proves what lies in the inbox. */
    public Registration load() {
        Registration registration = register();
        land(registration.registered().stream()
                .map(RegisteredDelivery::deliveryId)
                .toList());
        return registration;
    }

    /** Lands and proves deliveries. */
    public void land(List<Long> deliveries) {
        try {
            Landing landing = landing();
            List<LandingGroup> groups =
                    InTransaction.run(database, connection -> landing.plan(connection, deliveries, 2));
            for (LandingGroup group : groups) {
                landing.land(database, group, LandingProgress.none());
            }
            InTransaction.run(database, connection -> {
                landing.prove(connection, deliveries);
                return true;
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void execute(String statement) {
        try {
            InTransaction.run(database, connection -> Sql.of(statement).execute(connection));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rows of a query, each as one text with its columns separated by a bar. */
    public List<String> rows(String query) {
        try {
            return InTransaction.run(
                    database,
                    connection -> Sql.of(query).list(connection, row -> {
                        StringBuilder line = new StringBuilder();
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            line.append(i == 1 ? "" : "|").append(row.getString(i));
                        }
                        return line.toString();
                    }));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one number a query gives. */
    public long number(String query) {
        return Long.parseLong(rows(query).get(0));
    }
}
