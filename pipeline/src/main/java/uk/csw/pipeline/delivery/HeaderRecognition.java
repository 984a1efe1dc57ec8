package uk.csw.pipeline.delivery;

import java.util.List;

/** Tells from a header row which table it is. Implemented by the layouts, which come after this stage. */
public interface HeaderRecognition {
    /** What {@code headers}, the cells of a header row as they stand in the file, mean. */
    Recognition recognise(List<String> headers);
}
