package uk.csw.jobs.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.csw.jobs.Installation;

class StatusPagesTest {
    @TempDir
    Path folder;

    @Test
    void health_knows_how_old_the_newest_release_and_delivery_are() throws IOException, InterruptedException {
        Installation csw = new Installation(folder).generate();
        csw.nightly();
        Clock today = Clock.systemUTC();
        Clock later = Clock.offset(today, Duration.ofDays(60));

        HttpResponse<String> fresh = get("/health", new Health(csw.database(), today, 40));
        HttpResponse<String> old = get("/health", new Health(csw.database(), later, 40));

        assertThat(fresh.statusCode()).isEqualTo(200);
        assertThat(fresh.body())
                .contains("\"status\":\"UP\"", "\"newest_release_age_days\":0", "\"newest_night\":\"completed\"");
        assertThat(old.statusCode()).isEqualTo(503);
        assertThat(old.body()).contains("DOWN", "The newest release is 60 days old; expected at most 40.");
    }

    @Test
    void a_new_warehouse_is_healthy_and_says_that_it_has_nothing_yet() throws IOException, InterruptedException {
        Installation csw = new Installation(folder);
        csw.csw("schema", "migrate");

        HttpResponse<String> health = get("/health", new Health(csw.database(), Clock.systemUTC(), 40));

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("\"newest_release\":\"none yet\"");
    }

    @Test
    void metrics_are_given_as_they_are_and_nothing_else_is_there() throws IOException, InterruptedException {
        Installation csw = new Installation(folder);
        csw.csw("schema", "migrate");
        Health health = new Health(csw.database(), Clock.systemUTC(), 40);

        assertThat(get("/metrics", health).body()).isEqualTo("csw_runs_total 1.0\n");
        assertThat(get("/", health).statusCode()).isEqualTo(404);
        assertThat(get("/health/../metrics2", health).statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> get(String path, Health health) throws IOException, InterruptedException {
        try (StatusPages pages =
                StatusPages.open(new InetSocketAddress("localhost", 0), () -> "csw_runs_total 1.0\n", health::now)) {
            URI page = URI.create("http://localhost:" + pages.port() + path);
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
