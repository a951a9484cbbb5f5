package org.diachi.wms.wmts;

import java.util.List;
import java.util.Map;
import org.diachi.city.CityProfile;
import org.diachi.pack.LayerStyles;
import org.diachi.pack.MapPacks;
import org.diachi.pack.PackState;
import org.diachi.wms.InfoFormat;
import org.diachi.wms.Xml;

/** Writes what the service can do (OGC 07-057r7, 7.1). Thread-safe. */
final class WmtsCapabilities {

    private final CityProfile profile;
    private final MapPacks packs;
    private final LayerStyles styles;
    private final List<TileGrid> grids;

    WmtsCapabilities(CityProfile profile, MapPacks packs, LayerStyles styles, List<TileGrid> grids) {
        this.profile = profile;
        this.packs = packs;
        this.styles = styles;
        this.grids = List.copyOf(grids);
    }

    /** For who has the current document already (OGC 06-121r3, 7.3.4): its number alone. */
    String writeUnchanged(long sequence) {
        return begin(sequence).end().toString();
    }

    private static Xml begin(long sequence) {
        return new Xml()
                .begin(
                        "Capabilities",
                        "version",
                        "1.0.0",
                        "updateSequence",
                        String.valueOf(sequence),
                        "xmlns",
                        "http://www.opengis.net/wmts/1.0",
                        "xmlns:ows",
                        "http://www.opengis.net/ows/1.1",
                        "xmlns:xlink",
                        "http://www.w3.org/1999/xlink",
                        "xmlns:xsi",
                        "http://www.w3.org/2001/XMLSchema-instance",
                        "xsi:schemaLocation",
                        "http://www.opengis.net/wmts/1.0"
                                + " http://schemas.opengis.net/wmts/1.0/wmtsGetCapabilities_response.xsd");
    }

    /**
     * The document.
     *
     * @param url of the service without query
     */
    String write(String url, long sequence) {
        Xml xml = begin(sequence);
        xml.begin("ows:ServiceIdentification")
                .element("ows:Title", "Diachi " + profile.names().getOrDefault("en", profile.id()))
                .element("ows:ServiceType", "OGC WMTS")
                .element("ows:ServiceTypeVersion", "1.0.0")
                .element("ows:Fees", "none")
                .element("ows:AccessConstraints", "none")
                .end();
        xml.begin("ows:OperationsMetadata");
        for (String operation : List.of("GetCapabilities", "GetTile", "GetFeatureInfo")) {
            writeOperation(xml, operation, url);
        }
        xml.end().begin("Contents");
        packs.list().forEach(state -> writeLayer(xml, state, url));
        grids.forEach(grid -> writeGrid(xml, grid));
        xml.end();
        xml.empty("ServiceMetadataURL", "xlink:href", url + "/1.0.0/WMTSCapabilities.xml");
        return xml.end().toString();
    }

    private static void writeOperation(Xml xml, String name, String url) {
        xml.begin("ows:Operation", "name", name).begin("ows:DCP").begin("ows:HTTP");
        writeGet(xml, url + "?", "KVP");
        if (!name.equals("GetFeatureInfo")) {
            writeGet(xml, url + "/", "RESTful");
        }
        xml.end().end().end();
    }

    private static void writeGet(Xml xml, String url, String encoding) {
        xml.begin("ows:Get", "xlink:href", url).begin("ows:Constraint", "name", "GetEncoding");
        xml.begin("ows:AllowedValues").element("ows:Value", encoding).end();
        xml.end().end();
    }

    private void writeLayer(Xml xml, PackState state, String url) {
        String name = state.layer().collection();
        Map<String, String> titles = state.layer().titles();
        xml.begin("Layer").element("ows:Title", titles.getOrDefault("en", name));
        state.box().ifPresent(box -> {
            List<Double> degrees = box.degrees();
            xml.begin("ows:WGS84BoundingBox")
                    .element("ows:LowerCorner", degrees.get(0) + " " + degrees.get(1))
                    .element("ows:UpperCorner", degrees.get(2) + " " + degrees.get(3))
                    .end();
        });
        xml.element("ows:Identifier", name);
        List<LayerStyles.Entry> entries = styles.list(state.layer());
        for (int i = 0; i < entries.size(); i++) {
            xml.begin("Style", "isDefault", String.valueOf(i == 0))
                    .element("ows:Identifier", entries.get(i).style().name())
                    .end();
        }
        xml.element("Format", "image/png").element("Format", "image/jpeg");
        InfoFormat.names().forEach(format -> xml.element("InfoFormat", format));
        xml.begin("Dimension")
                .element("ows:Identifier", "Time")
                .element("Default", "current")
                .element("Current", "true")
                .element("Value", "0001-01-01/9999-12-31/P1D")
                .end();
        for (TileGrid grid : grids) {
            xml.begin("TileMatrixSetLink").element("TileMatrixSet", grid.name()).end();
        }
        for (String format : List.of("png", "jpeg")) {
            xml.empty(
                    "ResourceURL",
                    "format",
                    "image/" + format,
                    "resourceType",
                    "tile",
                    "template",
                    url + "/1.0.0/" + name + "/{Style}/{Time}/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}."
                            + format);
        }
        xml.end();
    }

    private static void writeGrid(Xml xml, TileGrid grid) {
        xml.begin("TileMatrixSet")
                .element("ows:Identifier", grid.name())
                .element(
                        "ows:SupportedCRS",
                        "urn:ogc:def:crs:EPSG::" + grid.crs().epsg());
        if (grid.crs().epsg() == 3857) {
            xml.element("WellKnownScaleSet", "urn:ogc:def:wkss:OGC:1.0:GoogleMapsCompatible");
        }
        String corner = grid.crs().isLatitudeFirst() ? grid.top() + " " + grid.left() : grid.left() + " " + grid.top();
        for (TileGrid.Matrix matrix : grid.matrices()) {
            xml.begin("TileMatrix")
                    .element("ows:Identifier", matrix.name())
                    .element("ScaleDenominator", String.valueOf(matrix.scale()))
                    .element("TopLeftCorner", corner)
                    .element("TileWidth", String.valueOf(TileGrid.TILE))
                    .element("TileHeight", String.valueOf(TileGrid.TILE))
                    .element("MatrixWidth", String.valueOf(matrix.columns()))
                    .element("MatrixHeight", String.valueOf(matrix.rows()))
                    .end();
        }
        xml.end();
    }
}
