package org.diachi.ogc;

import org.diachi.api.dto.CollectionPropertyDto;
import org.diachi.layer.LayerField;
import org.mapstruct.Mapper;

/** The fields of layers to the contract. */
@Mapper
interface FieldMapper {

    CollectionPropertyDto toDto(LayerField field);
}
