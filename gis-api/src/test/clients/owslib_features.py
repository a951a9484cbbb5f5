"""Walks everything that OGC API Features has, with OWSLib.

Arguments: the address of the service, a collection, how many features it has, and the name of one of its properties.
Ends with a message at what is not as it must be.
"""

import sys
from urllib.parse import unquote

from owslib.ogcapi.features import Features

base, collection, count, known = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]


def check(condition, message):
    if not condition:
        sys.exit(message)


service = Features(base + "/ogc", timeout=110)
check(any(link["rel"] == "data" for link in service.links), "the landing page has no link to its data")
check("openapi" in service.api(), "no contract")
classes = service.conformance()["conformsTo"]
check(any(uri.endswith("ogcapi-features-1/1.0/conf/core") for uri in classes), f"classes: {classes}")
names = service.feature_collections()
check(collection in names, f"collections: {names}")

for name in names:
    description = service.collection(name)
    check(description["id"] == name, f"{name} calls itself {description['id']}")
    check(description["links"] and description["crs"], f"{name} lacks links or systems")
    queryables = service.collection_queryables(name)["properties"]
    check(queryables, f"{name} has no queryables")
    page = service.collection_items(name, limit=2)
    check(page["numberReturned"] == len(page["features"]) <= 2, f"{name}: {page['numberReturned']}")
    for feature in page["features"]:
        alone = service.collection_item(name, str(feature["id"]))
        check(alone["properties"] == feature["properties"], f"{name}/{feature['id']} is another by itself")
        check(alone["geometry"] == feature["geometry"], f"{name}/{feature['id']} lies elsewhere by itself")

seen, page = [], service.collection_items(collection, limit=5)
check(page["numberMatched"] == count, f"{page['numberMatched']} matched, not {count}")
while True:
    seen += [feature["id"] for feature in page["features"]]
    following = [link["href"] for link in page["links"] if link["rel"] == "next"]
    if not following:
        break
    cursor = unquote(following[0].split("cursor=")[1].split("&")[0])
    page = service.collection_items(collection, limit=5, cursor=cursor)
check(len(seen) == len(set(seen)) == count, f"{len(seen)} seen, {len(set(seen))} of them different, not {count}")

found = service.collection_items(collection, filter=f"{known} IS NOT NULL", **{"filter-lang": "cql2-text"})
check(found["features"], f"no feature has {known}")
print("OWSLib is content", flush=True)
