package org.diachi.wms;

/** The versions of WMS. */
enum WmsVersion {
    V1_1_1("1.1.1", "SRS", "InvalidSRS", "application/vnd.ogc.wms_xml", "application/vnd.ogc.se_xml"),
    V1_3_0("1.3.0", "CRS", "InvalidCRS", "text/xml", "text/xml");

    private final String number;
    private final String crsParameter;
    private final String invalidCrs;
    private final String capabilitiesType;
    private final String exceptionType;

    WmsVersion(String number, String crsParameter, String invalidCrs, String capabilitiesType, String exceptionType) {
        this.number = number;
        this.crsParameter = crsParameter;
        this.invalidCrs = invalidCrs;
        this.capabilitiesType = capabilitiesType;
        this.exceptionType = exceptionType;
    }

    /** As it is written. */
    String number() {
        return number;
    }

    /** The name of the parameter for the system of the box. */
    String crsParameter() {
        return crsParameter;
    }

    /** The code for a system that there is not. */
    String invalidCrs() {
        return invalidCrs;
    }

    /** The media type of capabilities. */
    String capabilitiesType() {
        return capabilitiesType;
    }

    /** The media type of exceptions. */
    String exceptionType() {
        return exceptionType;
    }

    /**
     * The version that is spoken with somebody (OGC 06-042, 6.2.4): theirs, or else the highest below it, or else the
     * lowest. Who names none speaks the highest, unless they name the box's system as the older version does.
     */
    static WmsVersion negotiate(Kvp kvp) {
        String told = kvp.get("VERSION", kvp.get("WMTVER", ""));
        if (told.isEmpty()) {
            return kvp.find("SRS").isPresent() && kvp.find("CRS").isEmpty() ? V1_1_1 : V1_3_0;
        }
        return isBelow(told) ? V1_1_1 : V1_3_0;
    }

    private static boolean isBelow(String told) {
        String[] parts = told.split("\\.", 4);
        int[] latest = {1, 3, 0};
        for (int i = 0; i < latest.length; i++) {
            int part = i < parts.length && parts[i].matches("\\d{1,6}") ? Integer.parseInt(parts[i]) : 0;
            if (part != latest[i]) {
                return part < latest[i];
            }
        }
        return false;
    }
}
