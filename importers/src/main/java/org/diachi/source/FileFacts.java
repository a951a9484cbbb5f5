package org.diachi.source;

import java.nio.file.Path;

/**
 * What one full pass over a file has shown: it is not broken, and this is how much is in it.
 *
 * @param file the file
 * @param bytes size of all its parts
 * @param sha256 lower-case hexadecimal digest of the file; of all parts and their extensions where it has several
 * @param rows how many rows it gives
 * @param schema what is known of it
 */
public record FileFacts(Path file, long bytes, String sha256, long rows, SourceSchema schema) {}
