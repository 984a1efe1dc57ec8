package uk.csw.pipeline.delivery;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;

/**
 * The files of one authority and period, as the inbox holds them now.
 *
 * @param authorityCode three digits
 * @param period the month they are about
 * @param folder where they are
 * @param tables the files that may be tables, in order of name
 * @param ignored the names of other files
 * @param findings what is wrong with the folder
 */
record DeliveryFolder(
        String authorityCode,
        YearMonth period,
        Path folder,
        List<FileLook> tables,
        List<FileLook> ignored,
        List<FileFinding> findings) {
    /** The folder relative to the inbox. */
    String path() {
        return authorityCode + "/" + period;
    }

    boolean isBeingWritten() {
        return findings.stream().anyMatch(finding -> finding.rule() == FileRule.FILE_CHANGING);
    }
}
