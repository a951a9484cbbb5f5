package org.diachi.rest;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.diachi.api.dto.ImportRunDto;
import org.diachi.api.dto.LinkDto;
import org.diachi.http.Links;
import org.diachi.run.ImportRun;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Import runs to the contract. */
@Mapper
interface ImportMapper {

    ImportRunDto toDto(ImportRun run);

    @Mapping(target = "title", ignore = true)
    LinkDto toDto(Links.Link link);

    /** The contract's times have an offset; ours is that of UTC. */
    default @Nullable OffsetDateTime toDto(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** As the contract names the state. */
    default ImportRunDto.StateEnum toState(String state) {
        return ImportRunDto.StateEnum.fromValue(state);
    }
}
