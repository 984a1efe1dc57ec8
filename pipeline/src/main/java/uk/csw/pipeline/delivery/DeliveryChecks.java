package uk.csw.pipeline.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads the files of many deliveries, several at a time. */
final class DeliveryChecks {
    private final HeaderRecognition recognition;
    private final RegisterOptions options;

    DeliveryChecks(HeaderRecognition recognition, RegisterOptions options) {
        this.recognition = recognition;
        this.options = options;
    }

    /** The folders checked, in the same order; one in which a file moved meanwhile says so among its findings. */
    List<CheckedDelivery> check(List<DeliveryFolder> folders) {
        ExecutorService readers = Executors.newFixedThreadPool(options.workers());
        ThreadLocal<FileCheck> checks = ThreadLocal.withInitial(() -> new FileCheck(recognition, options.partBytes()));
        try {
            List<Future<CheckedDelivery>> running = new ArrayList<>();
            folders.forEach(folder -> running.add(readers.submit(() -> check(folder, checks.get()))));
            List<CheckedDelivery> checked = new ArrayList<>();
            for (Future<CheckedDelivery> one : running) {
                checked.add(one.get());
            }
            return checked;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot read the deliveries", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading the deliveries", e);
        } finally {
            readers.shutdownNow();
        }
    }

    private static CheckedDelivery check(DeliveryFolder folder, FileCheck reader) {
        List<CheckedFile> files = new ArrayList<>();
        List<FileFinding> findings = new ArrayList<>(folder.findings());
        if (!folder.isBeingWritten()) {
            for (FileLook look : folder.tables()) {
                files.add(reader.check(look, folder.path() + "/" + look.name()));
            }
        }
        folder.tables().stream()
                .filter(look -> !look.isUnmoved())
                .map(look -> new FileFinding(
                        folder.path() + "/" + look.name(),
                        0,
                        FileRule.FILE_CHANGING,
                        "a file that grows or is replaced",
                        "a file left alone"))
                .forEach(findings::add);
        DeliveryFolder seen = new DeliveryFolder(
                folder.authorityCode(), folder.period(), folder.folder(), folder.tables(), folder.ignored(), findings);
        return CheckedDelivery.of(seen, seen.isBeingWritten() ? List.of() : files);
    }
}
