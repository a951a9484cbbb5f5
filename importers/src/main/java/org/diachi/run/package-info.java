/**
 * Import runs: read, map, check, submit, resume.
 *
 * <p>A run first reads the file once from end to end, so that a broken file is refused before anything is written; then
 * it reads it again and submits it in chunks, each one transaction. The same file twice changes nothing, and a run that
 * was killed is resumed by running it again. Memory is bounded whatever the file's size, but for the ids of its rows, of
 * which 16 bytes each are kept.
 */
@NullMarked
package org.diachi.run;

import org.jspecify.annotations.NullMarked;
