package uk.csw.pipeline.quality;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;
import uk.csw.pipeline.delivery.DeliveryRegister;
import uk.csw.pipeline.delivery.RegisterOptions;
import uk.csw.pipeline.delivery.RegisteredDelivery;
import uk.csw.pipeline.layout.Layouts;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.Warehouse;

/** Registers, lands and proves an inbox. Its arguments: address, user and password of the warehouse; the inbox. */
final class SmallHeapLanding {
    private SmallHeapLanding() {}

    public static void main(String[] arguments) throws Exception {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(arguments[0]);
        database.setUser(arguments[1]);
        database.setPassword(arguments[2]);
        Path inbox = Path.of(arguments[3]);
        Layouts layouts = Layouts.load(Shared.config());
        RegisterOptions options = new RegisterOptions(4 << 20, 1, Duration.ZERO, time -> {});
        List<Long> deliveries = new DeliveryRegister(layouts, Warehouse.CLOCK, options)
                .register(database, inbox).registered().stream()
                        .map(RegisteredDelivery::deliveryId)
                        .toList();
        Landing landing = new Landing(layouts, inbox, Warehouse.CLOCK);
        for (LandingGroup group : InTransaction.run(database, connection -> landing.plan(connection, deliveries, 1))) {
            landing.land(database, group, LandingProgress.none());
        }
        InTransaction.run(database, connection -> {
            landing.prove(connection, deliveries);
            return true;
        });
    }
}
