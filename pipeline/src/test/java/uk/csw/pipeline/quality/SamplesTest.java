package uk.csw.pipeline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.csw.pipeline.delivery.Registration;
import uk.csw.pipeline.support.Inbox;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.Warehouse;

class SamplesTest {
    @TempDir
    Path folder;

    @Test
    void six_monthly_snapshots_land_whole() {
        Path samples = Shared.required("samples/ssda903-monthly");
        Warehouse warehouse = new Warehouse(new Inbox(folder));
        List<String> months = List.of("2019-04", "2019-05", "2019-06", "2019-07", "2019-08", "2019-09");
        months.forEach(month -> warehouse.inbox().copy("330", month, samples.resolve("snapshot_" + month)));

        Registration registration = warehouse.load();

        assertThat(registration.registered()).hasSize(6);
        assertThat(registration.findings())
                .extracting(finding -> finding.path() + " " + finding.rule().code())
                .containsExactly("330/2019-04/missing.csv FILE_EMPTY");
        assertThat(warehouse.rows("""
                select layout, rows_read, rows_staged, rows_quarantined
                from ops.delivery_file
                inner join ops.delivery using (delivery_id)
                where period_key = 201909
                order by layout"""))
                .containsExactly(
                        "ssda903-ad1|3|3|0",
                        "ssda903-episodes|227|227|0",
                        "ssda903-header|216|216|0",
                        "ssda903-missing|1|1|0",
                        "ssda903-oc2|148|148|0",
                        "ssda903-oc3|40|40|0",
                        "ssda903-placed-adoption|3|3|0",
                        "ssda903-prev-perm|216|216|0",
                        "ssda903-reviews|753|753|0",
                        "ssda903-uasc|6|6|0");
    }
}
