package org.diachi.run;

/**
 * How a file is to be imported.
 *
 * @param actor who is responsible for it in the change log
 * @param dryRun whether everything is done and reported, but nothing is kept
 */
public record ImportOptions(String actor, boolean dryRun) {}
