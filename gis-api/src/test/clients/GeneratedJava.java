import java.math.BigDecimal;
import java.util.List;
import org.diachi.client.ApiClient;
import org.diachi.client.ApiException;
import org.diachi.client.api.ItemActsApi;
import org.diachi.client.api.OgcApi;
import org.diachi.client.model.Geometry;
import org.diachi.client.model.Item;
import org.diachi.client.model.ItemBody;
import org.diachi.client.model.ItemCollection;

/** The way there and back with the client that openapi-generator makes of openapi.yaml for Java. */
public final class GeneratedJava {

    private static final String SPECIES = "Cây của Java";

    private GeneratedJava() {}

    /** @param arguments the address of the service, a key */
    public static void main(String[] arguments) throws ApiException {
        ApiClient client = new ApiClient();
        client.updateBaseUri(arguments[0]);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + arguments[1]));
        OgcApi ogc = new OgcApi(client);
        ItemActsApi acts = new ItemActsApi(client);
        require(
                ogc.listCollections(null).getCollections().stream()
                        .anyMatch(collection -> collection.getId().equals("trees")),
                "trees");

        ItemBody tree = new ItemBody()
                .type(ItemBody.TypeEnum.FEATURE)
                .geometry(new Geometry().type(Geometry.TypeEnum.POINT).coordinates(List.of(107.6, 16.49)))
                .putPropertiesItem("species", SPECIES)
                .putPropertiesItem("height", 7.5);
        String id = id(acts.createItem("trees", tree, null, null));

        Item read = get(ogc, id);
        require(SPECIES.equals(read.getProperties().get("species")), read);
        require(Math.abs((Double) read.getGeometry().getCoordinates().get(1) - 16.49) < 1e-7, read);

        List<BigDecimal> box =
                List.of(new BigDecimal("107.5"), new BigDecimal("16.4"), new BigDecimal("107.7"), new BigDecimal("16.5"));
        String filter = "species = '" + SPECIES + "'";
        ItemCollection found = ogc.listItems(
                "trees", box, null, null, null, null, filter, null, null, null, null, null, null, null, null, null, null,
                null);
        require(found.getFeatures().stream().map(GeneratedJava::id).toList().equals(List.of(id)), found);

        acts.deleteItem("trees", id, null, null, null, "*");
        try {
            throw new AssertionError(get(ogc, id));
        } catch (ApiException e) {
            require(e.getCode() == 404, e.getResponseBody());
        }
        System.out.println("There and back");
    }

    private static Item get(OgcApi ogc, String id) throws ApiException {
        return ogc.getItem("trees", id, null, null, null, null, null, null, null, null);
    }

    private static String id(Item item) {
        return String.valueOf(item.getId().getActualInstance());
    }

    private static void require(boolean holds, Object what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
