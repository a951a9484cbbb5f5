package org.diachi.portrayal.style;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * From where styles may take icons.
 *
 * @param folder only files below it; none for styles without icons
 */
public record IconFolder(@Nullable Path folder) {

    /** No icons at all. */
    public static final IconFolder NONE = new IconFolder(null);
}
