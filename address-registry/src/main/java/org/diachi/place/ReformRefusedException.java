package org.diachi.place;

import java.util.List;

/** A reform that does not fit the units of the register. Nothing has been done. */
public final class ReformRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With every reason, so that the table can be mended in one go. */
    public ReformRefusedException(List<String> reasons) {
        super(String.join("\n", reasons));
    }
}
