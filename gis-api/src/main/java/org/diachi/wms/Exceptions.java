package org.diachi.wms;

import org.jspecify.annotations.Nullable;

/** Writes service exceptions of WMS (OGC 06-042, annex E.2; OGC 01-068r3, annex A.3). */
final class Exceptions {

    private Exceptions() {}

    static String write(ServiceException exception, WmsVersion version) {
        Xml xml = new Xml();
        if (version == WmsVersion.V1_1_1) {
            xml.raw("<!DOCTYPE ServiceExceptionReport SYSTEM"
                    + " \"http://schemas.opengis.net/wms/1.1.1/exception_1_1_1.dtd\">\n");
            xml.begin("ServiceExceptionReport", "version", version.number());
        } else {
            xml.begin(
                    "ServiceExceptionReport",
                    "version",
                    version.number(),
                    "xmlns",
                    "http://www.opengis.net/ogc",
                    "xmlns:xsi",
                    "http://www.w3.org/2001/XMLSchema-instance",
                    "xsi:schemaLocation",
                    "http://www.opengis.net/ogc http://schemas.opengis.net/wms/1.3.0/exceptions_1_3_0.xsd");
        }
        String code = exception.code();
        String locator = exception.locator();
        return xml.element("ServiceException", exception.text(), attributes(code, locator, version))
                .end()
                .toString();
    }

    private static String[] attributes(@Nullable String code, @Nullable String locator, WmsVersion version) {
        if (code == null) {
            return new String[0];
        }
        // The document type of 1.1.1 knows no locator.
        return locator == null || version == WmsVersion.V1_1_1
                ? new String[] {"code", code}
                : new String[] {"code", code, "locator", locator};
    }
}
