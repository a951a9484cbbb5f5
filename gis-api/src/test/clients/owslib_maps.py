"""Reads maps with OWSLib as a user of it does: capabilities, a picture in every system, feature information, tiles.

Arguments: the address of the service, easting and northing (EPSG:9214) of the landmark, and its name.
Ends with a message at what is not as it must be.
"""

import io
import sys

import pyproj
from owslib.wms import WebMapService
from owslib.wmts import WebMapTileService
from PIL import Image

# The machine may be busy with other things.
PATIENCE_SECONDS = 110

base, easting, northing, landmark = sys.argv[1], float(sys.argv[2]), float(sys.argv[3]), sys.argv[4]


def place(system):
    """The landmark in a system, x before y."""
    name = "OGC:CRS84" if system == "CRS:84" else system
    return pyproj.Transformer.from_crs("EPSG:9214", name, always_xy=True).transform(easting, northing)


def middle_of_ink(body):
    """The middle of what lets nothing through."""
    alpha = Image.open(io.BytesIO(body)).convert("RGBA").getchannel("A")
    left, top, right, bottom = alpha.point(lambda value: 255 if value > 127 else 0).getbbox()
    return (left + right) / 2, (top + bottom) / 2


def check(condition, message):
    if not condition:
        sys.exit(message)


def check_wms(version):
    service = WebMapService(base + "/wms", version=version, timeout=PATIENCE_SECONDS)
    check(service.identification.version == version, f"{version}: {service.identification.version}")
    operations = {operation.name for operation in service.operations}
    check({"GetCapabilities", "GetMap", "GetFeatureInfo"} <= operations, f"{version}: {operations}")
    for operation in service.operations:
        for method in operation.methods:
            check(method["url"].endswith(("?", "&")), f"{operation.name}: {method['url']}")
    layer = service.contents["landmarks"]
    check(layer.title == "Landmarks" and layer.queryable == 1, f"{version}: {layer.title}, {layer.queryable}")
    check(layer.styles["default"]["legend"].startswith(base), f"{version}: {layer.styles}")
    longitude, latitude = place("CRS:84")
    west, south, east, north = layer.boundingBoxWGS84
    check(west < longitude < east and south < latitude < north, f"{version}: {layer.boundingBoxWGS84}")
    check(len(layer.crsOptions) >= 6, f"{version}: {layer.crsOptions}")
    for system in layer.crsOptions:
        check_picture(service, version, system)


def check_picture(service, version, system):
    x, y = place(system)
    # OWSLib turns the box around where version and system have latitude first.
    pixel = 1e-5 if abs(x) < 180 else 1.0
    box = (x - 60.5 * pixel, y - 39.5 * pixel, x + 139.5 * pixel, y + 60.5 * pixel)
    common = dict(layers=["landmarks"], srs=system, bbox=box, size=(200, 100), format="image/png", transparent=True)
    body = service.getmap(**common).read()
    found = middle_of_ink(body)
    check(abs(found[0] - 60.5) <= 1 and abs(found[1] - 60.5) <= 1, f"{version} {system}: {found}")
    told = service.getfeatureinfo(query_layers=["landmarks"], info_format="text/plain", xy=(60, 60), **common).read()
    check(landmark in told.decode(), f"{version} {system}: {told}")


def check_wmts():
    service = WebMapTileService(base + "/wmts")
    layer = service.contents["landmarks"]
    check({"image/png", "image/jpeg"} <= set(layer.formats), f"{layer.formats}")
    for name in layer.tilematrixsetlinks:
        grid = service.tilematrixsets[name]
        x, y = place("EPSG:" + grid.crs.split(":")[-1])
        for matrix in grid.tilematrix.values():
            side = matrix.scaledenominator * 0.00028 * matrix.tilewidth
            column = (x - matrix.topleftcorner[0]) / side
            row = (matrix.topleftcorner[1] - y) / side
            body = service.gettile(
                layer="landmarks", tilematrixset=name, tilematrix=matrix.identifier,
                row=int(row), column=int(column), format="image/png",
            ).read()
            found = middle_of_ink(body)
            expected = (column % 1 * 256, row % 1 * 256)
            near = all(abs(found[i] - expected[i]) <= 5 for i in (0, 1))
            check(near, f"WMTS {name} {matrix.identifier}: {found}, not {expected}")


def check_exception():
    service = WebMapService(base + "/wms", version="1.3.0", timeout=PATIENCE_SECONDS)
    try:
        service.getmap(layers=["nowhere"], srs="CRS:84", bbox=(0, 0, 1, 1), size=(9, 9), format="image/png")
    except Exception as told:
        check("nowhere" in str(told), f"exception: {told}")
    else:
        sys.exit("OWSLib has not noticed the exception")


check_wms("1.1.1")
check_wms("1.3.0")
check_wmts()
check_exception()
print("OWSLib is content")
