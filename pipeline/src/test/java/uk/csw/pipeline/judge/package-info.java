/** Tests of judging. */
@NullMarked
package uk.csw.pipeline.judge;

import org.jspecify.annotations.NullMarked;
