"""The way there and back with the client that openapi-generator makes of openapi.yaml for Python.

Arguments: the folder of the client, the address of the service, a key.
"""
import sys

import pydantic

if pydantic.VERSION.startswith("2."):
    # The client is made for the first generation, which the second one brings along.
    import pydantic.v1
    sys.modules["pydantic"] = pydantic.v1

folder, base, key = sys.argv[1:]
sys.path.insert(0, folder)

import diachi_client as diachi  # noqa: E402

with diachi.ApiClient(diachi.Configuration(host=base, access_token=key)) as client:
    ogc = diachi.OgcApi(client)
    acts = diachi.ItemActsApi(client)
    assert "trees" in [collection.id for collection in ogc.list_collections().collections]

    point = diachi.Geometry(type="Point", coordinates=[107.6, 16.47])
    tree = diachi.ItemBody(type="Feature", geometry=point, properties={"species": "Cây của Python", "height": 7.5})
    identifier = str(acts.create_item("trees", tree).id.actual_instance)

    read = ogc.get_item("trees", identifier)
    assert read.properties["species"] == "Cây của Python", read
    assert all(abs(is_ - was) < 1e-7 for is_, was in zip(read.geometry.coordinates, point.coordinates)), read

    found = ogc.list_items("trees", filter="species = 'Cây của Python'", bbox=[107.5, 16.4, 107.7, 16.5])
    assert [str(item.id.actual_instance) for item in found.features] == [identifier], found

    acts.delete_item("trees", identifier, if_match="*")
    try:
        ogc.get_item("trees", identifier)
        raise AssertionError("The tree is still there")
    except diachi.exceptions.NotFoundException as problem:
        assert "urn:problem-type:diachi:" in problem.body, problem.body

print("There and back")
