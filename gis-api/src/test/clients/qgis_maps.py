"""Loads, draws and asks maps with QGIS, without a screen.

Arguments: the address of the service, easting and northing (EPSG:9214) of the landmark, and its name.
Ends with a message at what is not as it must be.
"""

import os
import sys

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsNetworkAccessManager,
    QgsPointXY,
    QgsProject,
    QgsRaster,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorTileBasicRenderer,
    QgsVectorTileLayer,
)
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QColor

base, easting, northing, landmark = sys.argv[1], float(sys.argv[2]), float(sys.argv[3]), sys.argv[4]
application = QgsApplication([], False)
QgsApplication.initQgis()
# The machine may be busy with other things.
QgsNetworkAccessManager.setTimeout(110_000)
project = QgsProject.instance()
city = QgsCoordinateReferenceSystem("EPSG:9214")


def check(condition, message):
    if not condition:
        sys.exit(message)


def place(system):
    transform = QgsCoordinateTransform(city, QgsCoordinateReferenceSystem(system), project)
    return transform.transform(QgsPointXY(easting, northing))


def frame(system):
    """A box of 200 x 100 pixels with the landmark on pixel (60, 60)."""
    point = place(system)
    pixel = 1e-5 if abs(point.x()) < 180 else 1.0
    return QgsRectangle(
        point.x() - 60.5 * pixel, point.y() - 39.5 * pixel, point.x() + 139.5 * pixel, point.y() + 60.5 * pixel
    )


def draw(layer, system):
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(QgsCoordinateReferenceSystem(system))
    settings.setOutputSize(QSize(200, 100))
    settings.setOutputDpi(25.4 / 0.28)
    settings.setExtent(frame(system))
    settings.setBackgroundColor(QColor(Qt.white))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    check(not job.errors(), "; ".join(error.message for error in job.errors()))
    return job.renderedImage()


def check_drawn(layer, system, what):
    image = draw(layer, system)
    inked = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if QColor(image.pixel(x, y)).green() < 200
    ]
    check(inked, f"{what}: the picture is empty")
    found = [(min(p[i] for p in inked) + max(p[i] for p in inked)) / 2 for i in (0, 1)]
    check(all(abs(found[i] - 60) <= 1.5 for i in (0, 1)), f"{what}: at {found}")


def check_identified(layer, system, what):
    extent = frame(system)
    for kind in (QgsRaster.IdentifyFormatText, QgsRaster.IdentifyFormatHtml, QgsRaster.IdentifyFormatFeature):
        result = layer.dataProvider().identify(place(system), kind, extent, 200, 100)
        check(result.isValid(), f"{what}: {result.error().message()}")
        told = [describe(value) for value in result.results().values()]
        check(any(landmark in text for text in told), f"{what}, format {kind}: {told}")


def describe(value):
    """The text of an answer, or the attributes of the features in it."""
    if isinstance(value, list):
        return " ".join(describe(part) for part in value)
    if hasattr(value, "features"):
        return " ".join(str(feature.attributes()) for feature in value.features())
    return str(value)


def check_wms(version):
    for system in ("EPSG:9214", "EPSG:4326", "EPSG:3857", "EPSG:4756", "EPSG:3405", "EPSG:32648"):
        source = (
            f"crs={system}&format=image/png&layers=landmarks&styles=&url={base}/wms?VERSION%3D{version}%26"
        )
        layer = QgsRasterLayer(source, "map", "wms")
        what = f"WMS {version} {system}"
        check(layer.isValid(), f"{what}: {layer.error().message()}")
        check(layer.extent().contains(place(layer.crs().authid())), f"{what}: {layer.extent().toString()}")
        check_drawn(layer, system, what)
        check_identified(layer, system, what)


def check_wmts():
    for grid, system in (("WebMercatorQuad", "EPSG:3857"), ("EPSG9214", "EPSG:9214")):
        source = (
            f"crs={system}&format=image/png&layers=landmarks&styles=default&tileMatrixSet={grid}"
            f"&tileDimensions=Time%3Dcurrent&url={base}/wmts/1.0.0/WMTSCapabilities.xml"
        )
        layer = QgsRasterLayer(source, "tiles", "wms")
        check(layer.isValid(), f"WMTS {grid}: {layer.error().message()}")
        check_drawn(layer, system, f"WMTS {grid}")


def check_vector_tiles():
    source = f"type=xyz&zmin=0&zmax=18&url={base}/ogc/collections/landmarks/tiles/WebMercatorQuad/{{z}}/{{y}}/{{x}}"
    layer = QgsVectorTileLayer(source, "vector tiles")
    check(layer.isValid(), f"vector tiles: {layer.error().message()}")
    # QGIS chooses colours by chance, some of them hardly seen on white.
    renderer = QgsVectorTileBasicRenderer()
    black = QColor(Qt.black)
    renderer.setStyles(QgsVectorTileBasicRenderer.simpleStyle(black, black, 0.2, black, 0.2, black, black, 2))
    layer.setRenderer(renderer)
    check_drawn(layer, "EPSG:3857", "vector tiles")


check_wms("1.1.1")
check_wms("1.3.0")
check_wmts()
check_vector_tiles()
print("QGIS is content", flush=True)
# QGIS may take a minute to end its threads.
os._exit(0)
