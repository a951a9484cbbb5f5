package org.diachi.run;

import org.diachi.issue.ImportReport;
import org.diachi.source.FileFacts;

/**
 * What an import run has done.
 *
 * @param run its id in the register, by which its issues can be listed
 * @param file what was imported
 * @param report what became of the rows
 * @param isCancelled whether it was stopped before the end; running it again goes on
 */
public record ImportResult(long run, FileFacts file, ImportReport report, boolean isCancelled) {}
