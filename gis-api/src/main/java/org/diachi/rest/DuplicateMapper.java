package org.diachi.rest;

import java.time.ZoneOffset;
import org.diachi.address.AddressContent;
import org.diachi.address.DuplicateCandidate;
import org.diachi.address.DuplicateCase;
import org.diachi.address.SourceRecord;
import org.diachi.api.dto.DuplicateCandidateDto;
import org.diachi.api.dto.DuplicateCaseDto;
import org.diachi.http.OutputCrs;

/** A duplicate case as the contract words it. */
final class DuplicateMapper {

    private DuplicateMapper() {}

    static DuplicateCaseDto one(DuplicateCase found, OutputCrs crs) {
        AddressContent content = found.registration().content();
        SourceRecord source = found.registration().source();
        DuplicateCaseDto dto = new DuplicateCaseDto()
                .id(found.id())
                .state(DuplicateCaseDto.StateEnum.fromValue(found.state().label()))
                .kind(DuplicateCaseDto.KindEnum.fromValue(content.kind().label()))
                .name(content.name())
                .houseNumber(content.houseNumber())
                .street(content.street())
                .geometry(crs.toWire(content.shape()))
                .effective(found.effective())
                .importRun(found.importRun())
                .openedBy(found.openedBy())
                .openedAt(found.openedAt().atOffset(ZoneOffset.UTC))
                .candidates(found.candidates().stream()
                        .map(DuplicateMapper::candidate)
                        .toList());
        if (source != null) {
            dto.source(source.id().scheme() + ":" + source.id().value());
        }
        DuplicateCase.Resolution resolution = found.resolution();
        return resolution == null
                ? dto
                : dto.code(resolution.code().toString())
                        .resolvedBy(resolution.by())
                        .resolvedAt(resolution.at().atOffset(ZoneOffset.UTC))
                        .reason(resolution.reason());
    }

    private static DuplicateCandidateDto candidate(DuplicateCandidate candidate) {
        return new DuplicateCandidateDto()
                .code(candidate.code().toString())
                .rule(DuplicateCandidateDto.RuleEnum.fromValue(candidate.rule().label()));
    }
}
