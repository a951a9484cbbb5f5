"""Loads, filters and edits features with QGIS, without a screen.

Arguments: the address of the service, a layer of points, how many features it has, a key that may write it, and the
easting and northing (EPSG:9214) of a place where none of them is. Ends with a message at what is not as it must be.

QGIS edits such layers by itself since 3.30 only. Here the features that it has changed are sent by its own network classes,
as it does later: OPTIONS, then POST, PUT and DELETE of what its own exporter makes of them.
"""

import json
import os
import sys

from qgis.core import (
    QgsApplication,
    QgsBlockingNetworkRequest,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsDataSourceUri,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsJsonExporter,
    QgsNetworkAccessManager,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QUrl
from qgis.PyQt.QtNetwork import QNetworkRequest

base, collection, count, key = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
easting, northing = float(sys.argv[5]), float(sys.argv[6])
application = QgsApplication([], False)
QgsApplication.initQgis()
# The machine may be busy with other things.
QgsNetworkAccessManager.setTimeout(110_000)
items = f"{base}/ogc/collections/{collection}/items"


def check(condition, message):
    if not condition:
        sys.exit(message)


def load(more=""):
    uri = QgsDataSourceUri()
    uri.setParam("url", base + "/ogc")
    uri.setParam("typename", collection)
    uri.setParam("restrictToRequestBBOX", more)
    layer = QgsVectorLayer(uri.uri(), "features", "OAPIF")
    check(layer.isValid(), f"not valid: {layer.error().message()}")
    return layer


def read(layer, request=QgsFeatureRequest()):
    """By height, which each has another of: QGIS has numbers of its own."""
    return {feature["height"]: feature for feature in layer.getFeatures(request)}


def send(method, url, body=None, version=None):
    """The answer of the service to what QGIS sends: status, headers and body."""
    request = QNetworkRequest(QUrl(url))
    request.setRawHeader(b"Authorization", b"Bearer " + key.encode())
    request.setRawHeader(b"Content-Type", b"application/geo+json")
    if version is not None:
        request.setRawHeader(b"If-Match", f'"{version}"'.encode())
    blocking = QgsBlockingNetworkRequest()
    if method == "POST":
        blocking.post(request, QByteArray(body.encode()))
    elif method == "PUT":
        blocking.put(request, QByteArray(body.encode()))
    elif method == "DELETE":
        blocking.deleteResource(request)
    else:
        blocking.get(request)
    return blocking.reply()


def status(reply):
    return reply.attribute(QNetworkRequest.HttpStatusCodeAttribute)


layer = load()
check(layer.crs().authid() in ("OGC:CRS84", "EPSG:4326"), f"system {layer.crs().authid()}")
features = read(layer)
check(len(features) == count, f"{len(features)} features, not {count}")

# By a box, in longitude and latitude.
first = next(iter(features.values()))
point = first.geometry().asPoint()
box = QgsRectangle(point.x() - 1e-6, point.y() - 1e-6, point.x() + 1e-6, point.y() + 1e-6)
near = read(layer, QgsFeatureRequest().setFilterRect(box))
check(list(near) == [first["height"]], f"in the box of {first['height']}: {list(near)}")

# By an expression.
tall = read(layer, QgsFeatureRequest().setFilterExpression('"height" >= 10'))
expected = {height for height in features if height >= 10}
check(set(tall) == expected and expected, f"by an expression: {set(tall)}, not {expected}")
filtered = load()
check(filtered.setSubsetString('"height" >= 10'), "no filter can be set")
check(set(read(filtered)) == expected, "by a filter of the layer")

# A new feature.
city = QgsCoordinateReferenceSystem("EPSG:9214")
degrees = QgsCoordinateReferenceSystem("EPSG:4326")
place = QgsCoordinateTransform(city, degrees, QgsProject.instance()).transform(QgsPointXY(easting, northing))
new = QgsFeature(layer.fields())
new.setGeometry(QgsGeometry.fromPointXY(place))
new["species"] = "Sứ"
new["height"] = 300
exporter = QgsJsonExporter(layer, 8)
exporter.setIncludeRelated(False)
created = send("POST", items, exporter.exportFeature(new))
check(status(created) == 201, f"POST: {bytes(created.content()).decode()}")
number = json.loads(bytes(created.content()))["id"]
mine = read(load())[300]
check(mine["species"] == "Sứ" and mine["height"] == 300, f"created: {mine.attributes()}")
check(mine.geometry().distance(QgsGeometry.fromPointXY(place)) < 3e-8, f"created at {mine.geometry().asWkt()}")

# Changed in QGIS, sent as a whole.
mine["height"] = 450
moved = QgsPointXY(place.x() + 1e-4, place.y())
mine.setGeometry(QgsGeometry.fromPointXY(moved))
replaced = send("PUT", f"{items}/{number}", exporter.exportFeature(mine))
check(status(replaced) == 200, f"PUT: {bytes(replaced.content()).decode()}")
again = read(load())[450]
check(again["height"] == 450 and again["version"] == 2, f"replaced: {again.attributes()}")
check(again.geometry().distance(QgsGeometry.fromPointXY(moved)) < 3e-8, f"moved to {again.geometry().asWkt()}")

# Who has seen an older version is told so.
late = send("PUT", f"{items}/{number}", exporter.exportFeature(mine))
check(status(late) == 412, f"late: {status(late)}")

deleted = send("DELETE", f"{items}/{number}", version=2)
check(status(deleted) == 204, f"DELETE: {bytes(deleted.content()).decode()}")
check(len(read(load())) == count, "deleted, but still there")
print("QGIS is content", flush=True)
# QGIS may take a minute to end its threads.
os._exit(0)
