package uk.csw.jobs.database;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Settings of the embedded server: what set-based work gains from, nothing that risks committed data, and a log that
 * never quotes a row.
 */
record ServerSettings(Map<String, String> values) {
    /** Settings for a machine with {@code memoryMegabytes} of memory. */
    static ServerSettings forMachine(long memoryMegabytes) {
        Map<String, String> values = new TreeMap<>();
        values.put("listen_addresses", "localhost");
        values.put("unix_socket_directories", "");
        values.put("max_connections", "60");
        values.put("password_encryption", "scram-sha-256");

        values.put("fsync", "on");
        values.put("full_page_writes", "on");
        values.put("synchronous_commit", "on");
        // No replica hangs on this server, so nothing needs more than crash safety in the log.
        values.put("wal_level", "minimal");
        values.put("max_wal_senders", "0");
        // Compressing whole pages costs a night more processor time than writing them costs the disk.
        values.put("wal_compression", "off");
        values.put("max_wal_size", "4GB");
        values.put("checkpoint_timeout", "15min");

        values.put("shared_buffers", between(128, memoryMegabytes / 8, 1024) + "MB");
        values.put("effective_cache_size", between(256, memoryMegabytes / 2, 16384) + "MB");
        values.put("work_mem", between(16, memoryMegabytes / 128, 128) + "MB");
        values.put("maintenance_work_mem", between(64, memoryMegabytes / 32, 512) + "MB");
        values.put("jit", "off");
        values.put("random_page_cost", "1.1");

        values.put("log_min_messages", "warning");
        // Statements and details quote rows, and rows name children.
        values.put("log_min_error_statement", "panic");
        values.put("log_error_verbosity", "terse");
        if (!PostgresBinaries.onWindows()) {
            // A killed program's statement ends by itself instead of running on.
            values.put("client_connection_check_interval", "2s");
        }
        return new ServerSettings(values);
    }

    String text(int port) {
        return values.entrySet().stream()
                .map(setting -> setting.getKey() + " = '" + setting.getValue() + "'\n")
                .collect(Collectors.joining("", "# Written by csw at every start.\nport = " + port + "\n", ""));
    }

    private static long between(long least, long wanted, long most) {
        return Math.max(least, Math.min(wanted, most));
    }
}
