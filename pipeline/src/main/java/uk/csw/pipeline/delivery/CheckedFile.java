package uk.csw.pipeline.delivery;

import java.util.List;
import java.util.Optional;

/**
 * What one reading of a file has shown.
 *
 * @param look the file
 * @param sha256 of all its bytes, in hexadecimal; blank when it could not be read
 * @param lines lines in it
 * @param table the table it is, when its header was recognised
 * @param parts its records after the header; empty when it has none
 * @param findings what is wrong with it
 */
record CheckedFile(
        FileLook look,
        String sha256,
        long lines,
        Optional<Recognition.Recognised> table,
        List<Part> parts,
        List<FileFinding> findings) {}
