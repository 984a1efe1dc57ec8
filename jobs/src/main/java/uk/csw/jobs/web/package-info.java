/** What a monitor reads over HTTP while {@code csw serve} runs: metrics and health, without a child or a file in them. */
@NullMarked
package uk.csw.jobs.web;

import org.jspecify.annotations.NullMarked;
