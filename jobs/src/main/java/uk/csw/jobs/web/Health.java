package uk.csw.jobs.web;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.postgres.Sql;

/** Whether the warehouse does its work: how old the newest release and delivery are, and how the newest night ended. */
public final class Health {
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    private final DataSource database;
    private final Clock clock;
    private final int staleAfterDays;

    /**
     * @param staleAfterDays a newest release or delivery older than this is a problem
     */
    public Health(DataSource database, Clock clock, int staleAfterDays) {
        this.database = database;
        this.clock = clock;
        this.staleAfterDays = staleAfterDays;
    }

    /** What is known now. */
    public Report now() {
        try {
            return InTransaction.run(
                    database,
                    connection -> Sql.file(Health.class, "health.sql")
                            .first(
                                    connection,
                                    row -> judge(
                                            row.getObject("published_at", OffsetDateTime.class),
                                            row.getObject("registered_at", OffsetDateTime.class),
                                            row.getString("night_state")))
                            .orElseThrow());
        } catch (SQLException unreachable) {
            LOG.warn("The warehouse cannot be asked for its health", unreachable);
            return new Report(List.of("The warehouse database does not answer."), Map.of());
        }
    }

    private Report judge(
            @Nullable OffsetDateTime published, @Nullable OffsetDateTime registered, @Nullable String nightState) {
        List<String> problems = new ArrayList<>();
        Map<String, Object> facts = new LinkedHashMap<>();
        age("newest_release", "release", published, facts, problems);
        age("newest_delivery", "delivery", registered, facts, problems);
        facts.put("newest_night", nightState == null ? "none yet" : nightState);
        if ("failed".equals(nightState)) {
            problems.add("The newest night failed. See 'csw runs list'; the next one goes on from where it stopped.");
        }
        return new Report(problems, facts);
    }

    private void age(
            String name, String word, @Nullable OffsetDateTime at, Map<String, Object> facts, List<String> problems) {
        Optional<Instant> when = Optional.ofNullable(at).map(OffsetDateTime::toInstant);
        facts.put(name, when.map(Instant::toString).orElse("none yet"));
        when.map(instant -> Duration.between(instant, clock.instant()).toDays()).ifPresent(days -> {
            facts.put(name + "_age_days", days);
            if (days > staleAfterDays) {
                problems.add(
                        "The newest " + word + " is " + days + " days old; expected at most " + staleAfterDays + ".");
            }
        });
    }

    /**
     * What was found.
     *
     * @param problems what is wrong, in words; none when all is well
     * @param facts ages and states by name
     */
    public record Report(List<String> problems, Map<String, Object> facts) {
        public Report {
            problems = List.copyOf(problems);
        }

        boolean isUp() {
            return problems.isEmpty();
        }

        String json() {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("status", isUp() ? "UP" : "DOWN");
            all.put("problems", problems);
            all.putAll(facts);
            return JsonMapper.builder().build().writeValueAsString(all);
        }
    }
}
