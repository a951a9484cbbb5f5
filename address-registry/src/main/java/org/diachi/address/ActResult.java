package org.diachi.address;

import java.util.List;
import java.util.Objects;
import org.diachi.change.Act;
import org.diachi.value.Code;

/**
 * What an act has done.
 *
 * @param code the object that the act was about; of a merger, what the objects have become
 * @param version the version of that object now
 * @param created codes that the act gave out
 */
public record ActResult(Act act, Code code, int version, List<Code> created) {

    public ActResult {
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(code, "code");
        created = List.copyOf(created);
    }
}
