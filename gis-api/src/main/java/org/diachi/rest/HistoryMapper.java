package org.diachi.rest;

import java.time.ZoneOffset;
import java.util.List;
import org.diachi.address.AddressHistory;
import org.diachi.address.AddressObject;
import org.diachi.address.Lineage;
import org.diachi.api.dto.AddressHistoryDto;
import org.diachi.api.dto.HistoryEntryDto;
import org.diachi.api.dto.HistoryStateDto;
import org.diachi.api.dto.SuccessionDto;
import org.diachi.api.dto.WardReferenceDto;

/** The history of an object as the contract words it. */
final class HistoryMapper {

    private HistoryMapper() {}

    static AddressHistoryDto history(AddressObject object, List<AddressHistory.Entry> entries) {
        return new AddressHistoryDto()
                .code(object.code().toString())
                .entries(entries.stream().map(HistoryMapper::entry).toList())
                .predecessors(lineage(object.predecessors()))
                .successors(lineage(object.successors()));
    }

    private static List<SuccessionDto> lineage(List<Lineage> links) {
        return links.stream()
                .map(link -> new SuccessionDto()
                        .code(link.code().toString())
                        .kind(SuccessionDto.KindEnum.fromValue(link.kind()))
                        .date(link.effective()))
                .toList();
    }

    private static HistoryEntryDto entry(AddressHistory.Entry entry) {
        return new HistoryEntryDto()
                .seq(entry.seq())
                .at(entry.at().atOffset(ZoneOffset.UTC))
                .actor(entry.actor())
                .act(entry.act().label())
                .version(entry.version())
                .effective(entry.effective())
                .reason(entry.reason())
                .document(entry.document())
                .states(entry.states().stream().map(HistoryMapper::state).toList());
    }

    private static HistoryStateDto state(AddressHistory.State state) {
        return new HistoryStateDto()
                .validFrom(state.valid().from())
                .validTo(state.valid().to())
                .status(HistoryStateDto.StatusEnum.fromValue(state.status()))
                .name(state.name())
                .houseNumber(state.houseNumber())
                .street(state.street())
                .ward(
                        state.ward() == null
                                ? null
                                : new WardReferenceDto()
                                        .code(state.ward().code())
                                        .name(state.ward().fullName()))
                .locatedAt(state.locatedAt() == null ? null : state.locatedAt().toString())
                .supersededBy(state.ended());
    }
}
