package org.diachi.wms.wmts;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.diachi.wms.ServiceException;
import org.diachi.wms.Xml;

/** Writes exceptions as WMTS has them (OGC 07-057r7, tables 20, 24 and 29; OGC 06-121r3, 8): its codes differ from those of WMS. */
final class WmtsExceptions {

    private static final String OWS = "http://www.opengis.net/ows/1.1";
    private static final String NO_CODE = "NoApplicableCode";

    /** What WMS has a code of its own for is a wrong value here. */
    private static final Map<String, String> CODES = Map.of(
            "LayerNotDefined", ServiceException.INVALID_VALUE,
            "StyleNotDefined", ServiceException.INVALID_VALUE,
            "InvalidFormat", ServiceException.INVALID_VALUE,
            "InvalidDimensionValue", ServiceException.INVALID_VALUE,
            "InvalidPoint", "PointIJOutOfRange");

    private static final Map<String, String> LOCATORS =
            Map.of("LAYERS", "LAYER", "QUERY_LAYERS", "LAYER", "STYLES", "STYLE", "INFO_FORMAT", "INFOFORMAT");

    private WmtsExceptions() {}

    private static String code(ServiceException exception) {
        String code = exception.code();
        return code == null ? NO_CODE : CODES.getOrDefault(code, code);
    }

    /** The status of the answer; {@code otherwise} where the code does not tell. */
    static int status(ServiceException exception, int otherwise) {
        return switch (code(exception)) {
            case "OperationNotSupported" -> HttpServletResponse.SC_NOT_IMPLEMENTED;
            case NO_CODE -> otherwise;
            default -> HttpServletResponse.SC_BAD_REQUEST;
        };
    }

    static String write(ServiceException exception) {
        Xml xml = new Xml();
        xml.begin(
                "ows:ExceptionReport",
                "version",
                "1.1.0",
                "xml:lang",
                "en",
                "xmlns:ows",
                OWS,
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation",
                OWS + " http://schemas.opengis.net/ows/1.1.0/owsExceptionReport.xsd");
        String locator = exception.locator();
        if (locator == null) {
            xml.begin("ows:Exception", "exceptionCode", code(exception));
        } else {
            xml.begin(
                    "ows:Exception",
                    "exceptionCode",
                    code(exception),
                    "locator",
                    LOCATORS.getOrDefault(locator, locator));
        }
        return xml.element("ows:ExceptionText", exception.text()).end().end().toString();
    }
}
