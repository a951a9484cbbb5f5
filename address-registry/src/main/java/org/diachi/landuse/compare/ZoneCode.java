package org.diachi.landuse.compare;

import java.util.Comparator;
import java.util.Objects;

/** A code in its scheme; the scheme is empty where the data name none. */
public record ZoneCode(String scheme, String code) implements Comparable<ZoneCode> {

    /** Ground that a side says nothing about. */
    public static final ZoneCode OUTSIDE = new ZoneCode("", "");

    private static final Comparator<ZoneCode> ORDER =
            Comparator.comparing(ZoneCode::scheme).thenComparing(ZoneCode::code);

    public ZoneCode {
        Objects.requireNonNull(scheme, "scheme");
        Objects.requireNonNull(code, "code");
    }

    /** Whether it stands for ground outside of all zones. */
    public boolean isOutside() {
        return equals(OUTSIDE);
    }

    @Override
    public int compareTo(ZoneCode other) {
        return ORDER.compare(this, other);
    }
}
