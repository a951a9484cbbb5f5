package org.diachi.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.http.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** The formats of answers. */
public enum Format {
    GEOJSON("application/geo+json"),
    JSON("application/json"),
    SCHEMA("application/schema+json"),
    JSONFG("application/vnd.ogc.fg+json"),
    CSV("text/csv;charset=UTF-8"),
    GEOJSONSEQ("application/geo+json-seq"),
    FLATGEOBUF("application/flatgeobuf"),
    GEOPACKAGE("application/geopackage+sqlite3"),
    NDJSON("application/x-ndjson"),
    /** Input of EPA SWMM. */
    INP("text/plain;charset=UTF-8"),
    HTML("text/html;charset=UTF-8"),
    SVG("image/svg+xml"),
    PNG("image/png"),
    PDF("application/pdf"),
    MVT("application/vnd.mapbox-vector-tile"),
    SLD("application/vnd.ogc.sld+xml"),
    MAPBOX("application/vnd.mapbox.style+json");

    private final MediaType mediaType;

    Format(String mediaType) {
        this.mediaType = MediaType.parseMediaType(mediaType);
    }

    /** The media type, with its character set where it needs one. */
    public MediaType mediaType() {
        return mediaType;
    }

    /** The value of the parameter {@code f}. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The format that a caller wants: {@code f} decides, or else the header.
     *
     * @param accept the header {@code Accept}
     * @param offered those that can be given, the favourite first
     * @throws ProblemException if none of those offered is wanted
     */
    public static Format choose(@Nullable String f, @Nullable String accept, Format... offered) {
        if (f != null) {
            return byParameter(f, offered);
        }
        return accept == null || accept.equals("*/*") ? offered[0] : byHeader(accept, offered);
    }

    private static Format byParameter(String f, Format... offered) {
        for (Format format : offered) {
            if (format.parameter().equals(f)) {
                return format;
            }
        }
        List<String> known = Arrays.stream(offered).map(Format::parameter).toList();
        throw new ProblemException(
                Problem.badValue("f", "The parameter \"f\" is \"" + f + "\". Give " + String.join(" or ", known) + ".")
                        .withKnown(known));
    }

    private static Format byHeader(String accept, Format... offered) {
        List<MediaType> wanted = listAccepted(accept);
        MimeTypeUtils.sortBySpecificity(wanted);
        wanted.sort((one, other) -> Double.compare(other.getQualityValue(), one.getQualityValue()));
        for (MediaType type : wanted) {
            for (Format format : offered) {
                if (type.getQualityValue() > 0 && type.includes(format.mediaType)) {
                    return format;
                }
            }
        }
        List<String> known = Arrays.stream(offered)
                .map(format -> format.mediaType.getType() + "/" + format.mediaType.getSubtype())
                .toList();
        String detail = "None of the media types that you accept can be given. Accept " + String.join(" or ", known);
        throw new ProblemException(
                Problem.of(ProblemType.NOT_ACCEPTABLE, detail + ".").withKnown(known));
    }

    /**
     * The media types that a caller accepts, as they told them; none where they told nothing.
     *
     * @param accept the header {@code Accept}
     * @throws ProblemException if it cannot be read
     */
    public static List<MediaType> listAccepted(@Nullable String accept) {
        try {
            return MediaType.parseMediaTypes(accept);
        } catch (InvalidMediaTypeException e) {
            throw ProblemException.badValue("Accept", "The header Accept cannot be read: " + e.getMessage());
        }
    }
}
