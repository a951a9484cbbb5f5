package org.diachi.security;

import org.diachi.change.Act;
import org.diachi.value.AddressKind;
import org.jspecify.annotations.Nullable;

/** Who may do which act on what: every write path asks here, and nowhere else. */
public final class ActPermissions {

    private ActPermissions() {}

    /**
     * Whether a caller may do an act on an object, or bring it into being.
     *
     * @param ward code of the ward that the object is in; absent outside all wards
     */
    public static boolean mayAct(Caller caller, Act act, AddressKind kind, @Nullable String ward) {
        boolean isInBounds = !caller.isBoundToWards() || (ward != null && caller.mayWriteWard(ward));
        return caller.role().includes(Role.EDITOR) && isInBounds;
    }

    /** Whether a caller may see and decide what was held back as a possible duplicate. */
    public static boolean mayDecideDuplicates(Caller caller) {
        return caller.role().includes(Role.EDITOR) && !caller.isBoundToWards();
    }
}
