/** Tests of the package of the same name. */
@NullMarked
package uk.csw.jobs.web;

import org.jspecify.annotations.NullMarked;
