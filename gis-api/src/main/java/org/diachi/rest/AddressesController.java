package org.diachi.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.diachi.address.AddressObject;
import org.diachi.api.AddressesApi;
import org.diachi.api.dto.AddressRegistrationDto;
import org.diachi.http.Answer;
import org.diachi.http.Body;
import org.diachi.http.CrsParameters;
import org.diachi.http.Format;
import org.diachi.http.OutputCrs;
import org.diachi.http.TimeParameters;
import org.diachi.http.address.AddressAnswers;
import org.diachi.http.address.AddressLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Address objects: one by its code, many by conditions, a new one. */
@RestController
class AddressesController implements AddressesApi {

    private final AddressLookup lookup;
    private final AddressAnswers answers;
    private final AddressListing listing;
    private final AddressRegistrar registrar;
    private final CrsParameters systems;
    private final TimeParameters times;
    private final HttpServletRequest request;

    AddressesController(
            AddressLookup lookup,
            AddressAnswers answers,
            AddressListing listing,
            AddressRegistrar registrar,
            CrsParameters systems,
            TimeParameters times,
            HttpServletRequest request) {
        this.lookup = lookup;
        this.answers = answers;
        this.listing = listing;
        this.registrar = registrar;
        this.systems = systems;
        this.times = times;
        this.request = request;
    }

    @Override
    public ResponseEntity<Body> getAddress(
            String code,
            @Nullable LocalDate asOf,
            @Nullable OffsetDateTime knownAt,
            @Nullable String crs,
            String geometry,
            @Nullable String ifNoneMatch) {
        OutputCrs output = systems.output(crs);
        boolean asFootprint = AddressAnswers.isFootprint(geometry);
        Format format = format(Format.GEOJSON, Format.JSON);
        AddressObject object = lookup.get(code, times.view(asOf, knownAt));
        Answer answer = answers.answer(object, format, output, asFootprint);
        return answer.isKnown(ifNoneMatch)
                ? answer.notModified()
                : answer.ok(format, answers.feature(object, output, asFootprint));
    }

    private Format format(Format... offered) {
        return Format.choose(null, request.getHeader(HttpHeaders.ACCEPT), offered);
    }

    @Override
    public ResponseEntity<Body> listAddresses(
            @Nullable String bbox,
            @Nullable String bboxCrs,
            @Nullable String near,
            @Nullable String ward,
            @Nullable String street,
            @Nullable String number,
            @Nullable List<String> kind,
            @Nullable List<String> status,
            @Nullable String externalId,
            @Nullable LocalDate asOf,
            @Nullable OffsetDateTime knownAt,
            @Nullable String crs,
            String geometry,
            @Nullable Integer limit,
            @Nullable String cursor,
            @Nullable String f,
            @Nullable String ifNoneMatch) {
        AddressFilter filter = new AddressFilter(bbox, bboxCrs, near, ward, street, number, kind, status, externalId);
        AddressListing.Request wanted = new AddressListing.Request(
                filter,
                times.view(asOf, knownAt),
                asOf != null && knownAt != null,
                systems.output(crs),
                AddressAnswers.isFootprint(geometry),
                limit,
                cursor,
                Format.choose(
                        f,
                        request.getHeader(HttpHeaders.ACCEPT),
                        Format.GEOJSON,
                        Format.JSON,
                        Format.CSV,
                        Format.NDJSON),
                ifNoneMatch);
        return listing.answer(wanted);
    }

    @Override
    public ResponseEntity<Body> registerAddress(
            AddressRegistrationDto registration, @Nullable String crs, @Nullable String idempotencyKey) {
        Format format = format(Format.GEOJSON, Format.JSON);
        return registrar.register(registration, systems.output(crs), format, idempotencyKey);
    }
}
