package org.diachi.rest;

import java.util.List;
import org.diachi.api.dto.LinkDto;
import org.diachi.api.dto.PlaceFeatureDto;
import org.diachi.api.dto.PlacePropertiesDto;
import org.diachi.api.dto.PlaceReferenceDto;
import org.diachi.api.dto.PlaceSuccessionDto;
import org.diachi.http.Links;
import org.diachi.place.Place;
import org.diachi.place.PlaceLink;
import org.diachi.place.PlaceMatch;
import org.diachi.place.PlaceName;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Administrative units to the contract. */
@Mapper
interface PlaceDtoMapper {

    @Mapping(target = "type", constant = "FEATURE")
    @Mapping(target = "id", source = "place.id")
    @Mapping(target = "geometry", source = "geometry")
    @Mapping(target = "properties", source = "properties")
    @Mapping(target = "links", ignore = true)
    PlaceFeatureDto toFeature(Place place, PlacePropertiesDto properties, @Nullable Geometry geometry);

    @Mapping(target = "validFrom", source = "place.valid.from")
    @Mapping(target = "validTo", source = "place.valid.to")
    @Mapping(target = "match", source = "grade")
    @Mapping(target = "eras", source = "eras")
    PlacePropertiesDto toProperties(Place place, PlaceMatch.@Nullable Grade grade, List<PlaceName> eras);

    @Mapping(target = "name", source = "fullName")
    @Mapping(target = "validFrom", source = "valid.from")
    @Mapping(target = "validTo", source = "valid.to")
    PlaceReferenceDto toReference(PlaceName name);

    @Mapping(target = "date", source = "effective")
    PlaceSuccessionDto toSuccession(PlaceLink link);

    @Mapping(target = "title", ignore = true)
    LinkDto toDto(Links.Link link);

    /** As the contract names the kind of a succession. */
    default PlaceSuccessionDto.KindEnum toKind(String kind) {
        return PlaceSuccessionDto.KindEnum.fromValue(kind);
    }
}
