package org.diachi.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.diachi.address.AddressObject;
import org.diachi.address.AddressReader;
import org.diachi.address.Lineage;
import org.diachi.api.PlatesApi;
import org.diachi.change.Snapshot;
import org.diachi.city.CityProfile;
import org.diachi.city.PlateSize;
import org.diachi.http.Answer;
import org.diachi.http.Body;
import org.diachi.http.Etag;
import org.diachi.http.Format;
import org.diachi.http.Links;
import org.diachi.http.TimeParameters;
import org.diachi.http.address.AddressLookup;
import org.diachi.http.address.AddressWriter;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.diachi.plate.Plate;
import org.diachi.plate.PlateException;
import org.diachi.plate.PlateFormat;
import org.diachi.plate.PublicAddress;
import org.diachi.registry.Registry;
import org.diachi.value.AddressStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The door plate of one object. */
@RestController
class PlatesController implements PlatesApi {

    private final AddressLookup lookup;
    private final AddressReader reader;
    private final CityProfile city;
    private final TimeParameters times;
    private final Links links;
    private final HttpServletRequest request;
    private final @Nullable PublicAddress configured;

    /**
     * @param publicUrl what QR codes begin with; if blank, what the caller sees
     */
    PlatesController(
            Registry registry,
            AddressLookup lookup,
            TimeParameters times,
            Links links,
            HttpServletRequest request,
            @Value("${" + PublicAddress.VARIABLE + ":}") String publicUrl) {
        this.lookup = lookup;
        this.reader = registry.addressReader();
        this.city = registry.profile();
        this.times = times;
        this.links = links;
        this.request = request;
        this.configured = publicUrl.isBlank() ? null : PublicAddress.parse(publicUrl);
    }

    @Override
    public ResponseEntity<Body> getPlate(
            String code,
            @Nullable String size,
            @Nullable LocalDate asOf,
            @Nullable OffsetDateTime knownAt,
            @Nullable String f,
            @Nullable String ifNoneMatch) {
        Format format = Format.choose(f, request.getHeader(HttpHeaders.ACCEPT), Format.SVG, Format.PNG, Format.PDF);
        PlateSize plateSize = size == null ? null : PlateSize.find(size).orElseThrow(() -> unknownSize(size));
        AddressObject object = lookup.get(code, times.view(asOf, knownAt));
        checkCurrent(object);
        Plate plate = Plate.of(object, city, plateSize, publicAddress());
        Etag etag = Etag.ofObject(object.version(), object.changed(), plate, format.name());
        Answer answer = Answer.of(etag)
                .with(HttpHeaders.CONTENT_LOCATION, "/api/v1/addresses/" + object.code() + "/plate")
                .with(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + fileName(object, format) + "\"");
        return answer.isKnown(ifNoneMatch) ? answer.notModified() : answer.ok(format, draw(plate, format));
    }

    private static String fileName(AddressObject object, Format format) {
        return object.code() + "." + format.parameter();
    }

    private static ProblemException unknownSize(String size) {
        return ProblemException.badValue(
                "size", "The parameter \"size\" is \"" + size + "\". Give door, gate or publicSpace.");
    }

    private PublicAddress publicAddress() {
        return configured == null ? PublicAddress.parse(links.to("")) : configured;
    }

    private static Body draw(Plate plate, Format format) {
        try {
            return Body.of(PlateFormat.valueOf(format.name()).write(plate));
        } catch (PlateException e) {
            throw new ProblemException(Problem.of(ProblemType.UNPROCESSABLE, String.valueOf(e.getMessage())));
        }
    }

    private void checkCurrent(AddressObject object) {
        if (object.status() == AddressStatus.RETIRED) {
            String detail = object.code() + " is retired and gets no plate. Those that succeed it are the candidates.";
            throw new ProblemException(Problem.of(ProblemType.RETIRED, detail).withCandidates(successors(object)));
        }
        if (object.status() != AddressStatus.CURRENT) {
            String detail = object.code() + " is " + object.status().label()
                    + ". Plates are made of objects that are current: approve it first, or ask with the day from which"
                    + " it is current as asOf.";
            throw new ProblemException(Problem.of(ProblemType.NOT_CURRENT, detail));
        }
    }

    private List<Problem.Candidate> successors(AddressObject object) {
        return reader
                .listByCodes(object.successors().stream().map(Lineage::code).toList(), Snapshot.latest(times.today()))
                .stream()
                .map(successor -> new Problem.Candidate(
                        successor.code().toString(),
                        AddressWriter.addressLine(successor, city.grammar()),
                        successor.status().label(),
                        null))
                .toList();
    }
}
