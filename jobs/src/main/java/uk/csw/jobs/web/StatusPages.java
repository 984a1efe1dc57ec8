package uk.csw.jobs.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Two pages: {@code /metrics} in the text format of Prometheus, and {@code /health} as JSON, with status 200 or, when
 * something is wrong, 503. Anything else is not there. Nothing can be changed over HTTP.
 */
public final class StatusPages implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService worker;

    private StatusPages(HttpServer server, ExecutorService worker) {
        this.server = server;
        this.worker = worker;
    }

    /**
     * Answers from now on.
     *
     * @throws IOException when the address is taken or is not one of this machine
     */
    public static StatusPages open(InetSocketAddress address, Supplier<String> metrics, Supplier<Health.Report> health)
            throws IOException {
        HttpServer server = HttpServer.create(address, 0);
        ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "status-pages");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(worker);
        server.createContext("/", exchange -> answer(exchange, metrics, health));
        server.start();
        return new StatusPages(server, worker);
    }

    /** The port that is listened on. */
    public int port() {
        return server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, Supplier<String> metrics, Supplier<Health.Report> health)
            throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                send(exchange, 405, "text/plain", "Only GET is answered.\n");
                return;
            }
            switch (exchange.getRequestURI().getPath()) {
                case "/metrics" -> send(exchange, 200, "text/plain; version=0.0.4", metrics.get());
                case "/health" -> {
                    Health.Report report = health.get();
                    send(exchange, report.isUp() ? 200 : 503, "application/json", report.json());
                }
                default -> send(exchange, 404, "text/plain", "There are two pages: /metrics and /health.\n");
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        worker.shutdown();
    }
}
