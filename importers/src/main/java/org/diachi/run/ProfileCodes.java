package org.diachi.run;

import java.util.function.Predicate;
import org.diachi.city.CityProfile;
import org.diachi.city.CodeList;
import org.diachi.mapping.MappingException;
import org.diachi.mapping.RowMapper;

/** The code lists of a city profile, as mappings ask for them. */
record ProfileCodes(CityProfile profile) implements RowMapper.CodeLists {

    @Override
    public Predicate<String> of(String name) {
        CodeList list = profile.findCodeList(name)
                .orElseThrow(() -> new MappingException("The city profile " + profile.id() + " has no code list \""
                        + name + "\". It has: " + String.join(", ", profile.codeListNames())));
        return list::contains;
    }
}
