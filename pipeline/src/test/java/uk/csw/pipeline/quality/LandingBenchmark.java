package uk.csw.pipeline.quality;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import uk.csw.pipeline.delivery.DeliveryRegister;
import uk.csw.pipeline.delivery.Recognition;
import uk.csw.pipeline.delivery.RegisterOptions;
import uk.csw.pipeline.delivery.RegisteredDelivery;
import uk.csw.pipeline.delivery.Registration;
import uk.csw.pipeline.layout.Column;
import uk.csw.pipeline.layout.Layout;
import uk.csw.pipeline.postgres.InTransaction;
import uk.csw.pipeline.support.Inbox;
import uk.csw.pipeline.support.Shared;
import uk.csw.pipeline.support.Warehouse;

/**
 * What landing costs against {@code \copy} of the same text into a bare typed table on the same server. Not part of the
 * tests: {@code mvn test -pl pipeline -am -Dtest=LandingBenchmark -Dsurefire.failIfNoSpecifiedTests=false}. With
 * {@code -Dbenchmark.scale=20} (per cent) it is over sooner.
 */
class LandingBenchmark {
    private static final int SCALE = Integer.getInteger("benchmark.scale", 100);
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 3);
    private static final int WORKERS = Integer.getInteger("benchmark.workers", 2);

    @TempDir
    Path folder;

    /** Runs what the arguments name ({@code large}, {@code small}), by default both. */
    public static void main(String[] arguments) throws Exception {
        List<String> wanted = arguments.length == 0 ? List.of("large", "small") : List.of(arguments);
        for (String one : wanted) {
            LandingBenchmark benchmark = new LandingBenchmark();
            benchmark.folder = Files.createTempDirectory("landing-benchmark");
            if (one.equals("large")) {
                benchmark.one_large_table();
            } else {
                benchmark.many_small_deliveries();
            }
        }
        System.exit(0);
    }

    @Test
    void one_large_table() throws Exception {
        Path sample = Shared.required("samples/ssda903-return/episodes.csv");
        Warehouse warehouse = new Warehouse(new Inbox(folder));
        Path large = folder.resolve("330/2018-03/episodes.csv");
        Files.createDirectories(large.getParent());
        repeat(sample, large, 3 * SCALE);
        compare("one large table", warehouse);
    }

    @Test
    void many_small_deliveries() throws Exception {
        Path sample = Shared.required("samples/ssda903-return");
        Warehouse warehouse = new Warehouse(new Inbox(folder));
        warehouse.execute("""
                insert into core.dim_authority
                select code, code::text, 'E' || code, 'Authority ' || code, 'E12', 'Region', 'Region', 'Unitary',
                    '1974-04-01', '9999-12-31', true
                from generate_series(400, 549) as code""");
        try (Stream<Path> files = Files.list(sample)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".csv")).toList()) {
                List<String> lines = Files.readAllLines(file);
                String some = lines.stream()
                                .limit(Math.max(2, lines.size() * SCALE / 300L))
                                .collect(Collectors.joining("\n"))
                        + "\n";
                for (int code = 400; code < 550; code++) {
                    warehouse
                            .inbox()
                            .put(
                                    String.valueOf(code),
                                    "2018-03",
                                    file.getFileName().toString(),
                                    some);
                }
            }
        }
        compare("150 small deliveries", warehouse);
    }

    private void compare(String what, Warehouse warehouse) throws Exception {
        List<Path> files = tables();
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Cpu start = Cpu.now(warehouse);
            double copy = seconds(() -> copyBare(warehouse, files));
            Cpu middle = Cpu.now(warehouse);
            long[] rows = new long[1];
            StringBuilder stages = new StringBuilder();
            double ours = seconds(() -> rows[0] = load(warehouse, stages));
            Cpu end = Cpu.now(warehouse);
            ratios.add(copy / ours);
            System.out.printf(
                    Locale.ROOT,
                    "%s: %,d rows, %,d MB; \\copy %.2f s (%,.0f rows/s, %s); landing %.2f s (%,.0f rows/s, %s)%s;"
                            + " ratio %.2f%n",
                    what,
                    rows[0],
                    bytes >> 20,
                    copy,
                    rows[0] / copy,
                    middle.since(start),
                    ours,
                    rows[0] / ours,
                    end.since(middle),
                    stages,
                    copy / ours);
            clear(warehouse);
        }
        ratios.sort(Comparator.naturalOrder());
        System.out.printf(
                Locale.ROOT,
                "%s: median ratio %.2f, peak heap after collection %d MB of %d MB%n",
                what,
                ratios.get(ratios.size() / 2),
                peakHeap() >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private List<Path> tables() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private long load(Warehouse warehouse, StringBuilder stages) throws Exception {
        long start = System.nanoTime();
        DeliveryRegister register = new DeliveryRegister(
                warehouse.layouts(), Warehouse.CLOCK, new RegisterOptions(4 << 20, WORKERS, Duration.ZERO, time -> {}));
        Registration registration = register.register(warehouse.database(), folder);
        List<Long> deliveries = registration.registered().stream()
                .map(RegisteredDelivery::deliveryId)
                .toList();
        start = lap(stages, "register", start);
        Landing landing = warehouse.landing();
        List<LandingGroup> groups =
                InTransaction.run(warehouse.database(), connection -> landing.plan(connection, deliveries, WORKERS));
        long rows = 0;
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Callable<Long>> work = new ArrayList<>();
            groups.forEach(group -> work.add(() -> landing.land(warehouse.database(), group, LandingProgress.none())));
            for (Future<Long> one : workers.invokeAll(work)) {
                rows += one.get();
            }
        } finally {
            workers.shutdown();
        }
        start = lap(stages, "land " + groups.size() + " groups", start);
        InTransaction.run(warehouse.database(), connection -> {
            landing.prove(connection, deliveries);
            return true;
        });
        lap(stages, "prove", start);
        return rows;
    }

    private static long lap(StringBuilder stages, String name, long start) {
        long now = System.nanoTime();
        stages.append(String.format(Locale.ROOT, " [%s %.2f]", name, (now - start) / 1e9));
        return now;
    }

    /** Processor seconds used so far by this JVM, and by server processes that are over. */
    private record Cpu(double jvm, double server) {
        static Cpu now(Warehouse warehouse) {
            double jvm =
                    ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
            try {
                Thread.sleep(100);
                long backend = warehouse.number("select pg_backend_pid()");
                String postmaster = stat(backend)[1];
                String[] times = stat(Long.parseLong(postmaster));
                return new Cpu(jvm, (Long.parseLong(times[13]) + Long.parseLong(times[14])) / 100.0);
            } catch (IOException | InterruptedException e) {
                return new Cpu(jvm, 0);
            }
        }

        /** The fields after the command name. */
        private static String[] stat(long pid) throws IOException {
            String line = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return line.substring(line.lastIndexOf(')') + 2).split(" ");
        }

        String since(Cpu before) {
            return String.format(Locale.ROOT, "cpu %.2f + %.2f", jvm - before.jvm, server - before.server);
        }
    }

    private static Object copyBare(Warehouse warehouse, List<Path> files) throws SQLException {
        warehouse.execute("create schema bare");
        return InTransaction.run(warehouse.database(), connection -> {
            try {
                for (Path file : files) {
                    copyBare(warehouse, connection, file);
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            return true;
        });
    }

    private static void copyBare(Warehouse warehouse, Connection connection, Path file)
            throws SQLException, IOException {
        List<String> header;
        try (Stream<String> lines = Files.lines(file)) {
            header = Arrays.asList(
                    lines.findFirst().orElseThrow().replace("\ufeff", "").split(","));
        }
        if (!(warehouse.layouts().recognise(header) instanceof Recognition.Recognised table)) {
            throw new IllegalStateException("Not a table: " + file);
        }
        Layout layout = warehouse.layouts().layout(table.layout());
        String columns = header.stream()
                .map(name -> name.toLowerCase(Locale.ROOT) + " " + type(layout, name))
                .collect(Collectors.joining(", "));
        String name = "bare." + layout.name().replace('-', '_');
        try (var statement = connection.createStatement();
                InputStream in = Files.newInputStream(file)) {
            statement.execute("set local datestyle = 'ISO, DMY'");
            statement.execute("create table if not exists " + name + " (" + columns + ")");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + name + " from stdin (format csv, header)", in, 1 << 16);
        }
    }

    private static String type(Layout layout, String header) {
        Optional<Column> column = layout.columns().stream()
                .filter(one -> one.headers().contains(header))
                .findFirst();
        return column.map(one -> switch (one.type()) {
                    case DATE -> "date";
                    case INTEGER -> "integer";
                    case FLAG -> "boolean";
                    default -> "text";
                })
                .orElse("text");
    }

    private static void clear(Warehouse warehouse) {
        System.out.println(warehouse.rows(
                "select rule_code, column_name, count(*) from quarantine.finding group by 1, 2 order by 3 desc"));
        warehouse.execute("drop schema bare cascade");
        warehouse.execute("""
                truncate ops.delivery, ops.delivery_file, ops.file_part, ops.guard_decision, quarantine.row,
                    quarantine.finding""");
        warehouse.layouts().all().forEach(layout -> warehouse.execute("truncate staging." + layout.entity()));
        warehouse.execute("checkpoint");
    }

    /** Writes the rows of a sample many times, each time about other children. */
    private static void repeat(Path sample, Path target, int times) throws IOException {
        List<String> lines = Files.readAllLines(sample);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 20)) {
            out.write((lines.get(0) + "\n").getBytes(StandardCharsets.UTF_8));
            for (int time = 0; time < times; time++) {
                for (String line : lines.subList(1, lines.size())) {
                    out.write((time + line + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    private static double seconds(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return (System.nanoTime() - start) / 1e9;
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(usage -> usage != null)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }
}
