package org.diachi.run;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
                        + name + "\". It has: "
                        + String.join(
                                ", ",
                                profile.codeLists().stream()
                                        .map(CodeList::scheme)
                                        .toList())));
        Set<String> codes = list.entries().stream().map(CodeList.Entry::code).collect(Collectors.toUnmodifiableSet());
        return codes::contains;
    }
}
