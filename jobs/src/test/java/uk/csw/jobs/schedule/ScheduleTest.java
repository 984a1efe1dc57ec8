package uk.csw.jobs.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.csw.jobs.Installation;

class ScheduleTest {
    private static final String EVERY_SECOND = "* * * * * ?";

    @TempDir
    Path folder;

    @Test
    void the_night_begins_at_its_time_in_london() {
        Installation csw = new Installation(folder);
        csw.csw("schema", "migrate");

        try (Schedule schedule = Schedule.every(LocalTime.of(2, 0), csw.database(), () -> {})) {
            ZonedDateTime next = schedule.next().orElseThrow().atZone(Schedule.ZONE);
            assertThat(next.toLocalTime()).isEqualTo(LocalTime.of(2, 0));
        }
    }

    @Test
    void of_two_nodes_one_runs_each_night() throws InterruptedException {
        Installation csw = new Installation(folder).generate();
        csw.csw("schema", "migrate");
        List<String> said = new CopyOnWriteArrayList<>();
        CountDownLatch nights = new CountDownLatch(4);
        Runnable night = () -> {
            said.add(csw.nightly().text());
            nights.countDown();
        };

        try (Schedule one = Schedule.start(EVERY_SECOND, csw.database(), night);
                Schedule other = Schedule.start(EVERY_SECOND, csw.database(), night)) {
            assertThat(nights.await(3, TimeUnit.MINUTES)).isTrue();
        }

        assertThat(said.stream().filter(text -> text.contains("Published release 1")))
                .hasSize(1);
        assertThat(said.stream().filter(text -> text.startsWith("Nothing new.")))
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(csw.number("select count(*) from ops.release")).isEqualTo(1);
        assertThat(csw.number("select count(*) from ops.qrtz_triggers")).isEqualTo(1);
    }

    @Test
    void nodes_that_start_for_the_first_time_at_once_plan_one_trigger() throws Exception {
        Installation csw = new Installation(folder);
        csw.csw("schema", "migrate");
        Callable<Schedule> node = () -> Schedule.every(LocalTime.of(2, 0), csw.database(), () -> {});
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try {
            for (Future<Schedule> started : nodes.invokeAll(Collections.nCopies(4, node))) {
                try (Schedule schedule = started.get()) {
                    assertThat(schedule.next()).isPresent();
                }
            }
        } finally {
            nodes.shutdown();
        }
        assertThat(csw.number("select count(*) from ops.qrtz_triggers")).isEqualTo(1);
    }

    @Test
    void a_night_that_was_missed_runs_once_when_a_node_is_up_again() throws InterruptedException {
        Installation csw = new Installation(folder);
        csw.csw("schema", "migrate");
        LocalTime soon = LocalTime.of(2, 0);
        Schedule.every(soon, csw.database(), () -> {}).close();
        csw.rows(
                "with missed as (update ops.qrtz_triggers set next_fire_time = extract(epoch from now() - interval '5 days')"
                        + " * 1000 returning 1) select 1 from missed");
        List<String> ran = new CopyOnWriteArrayList<>();
        CountDownLatch night = new CountDownLatch(1);

        try (Schedule schedule = Schedule.every(soon, csw.database(), () -> {
            ran.add("night");
            night.countDown();
        })) {
            assertThat(night.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(schedule.next()).isPresent();
        }
        assertThat(ran).containsExactly("night");
    }
}
