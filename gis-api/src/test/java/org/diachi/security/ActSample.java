package org.diachi.security;

import java.util.ArrayList;
import java.util.List;
import org.diachi.value.AddressKind;
import org.diachi.value.AddressStatus;
import org.diachi.value.Code;

/**
 * A request that does an act on something in a ward, and would be done if the caller may. Each has objects of its own.
 *
 * @param headers names and values in turn
 */
record ActSample(String method, String path, String body, List<String> headers) {

    private static final String CRS = "?crs=EPSG:9214";
    private static final String EFFECTIVE = "\"effective\": \"2021-01-01\"";

    /** A request for an operation of the contract and one of its acts; fails for an operation that is not known here. */
    static ActSample of(TwoWards city, String operation, String act, String ward) {
        return switch (operation) {
            case "registerAddress" -> register(city, act, ward);
            case "amendAddress" -> onOne("PATCH", city.house(ward), "", "{\"act\": \"" + act + "\", " + NAME + "}");
            case "actOnAddress" -> onPath(city, act, ward);
            case "mergeAddresses" -> plain("POST", "/api/v1/addresses/merge" + CRS, "{" + merger(city, ward) + "}");
            case "performActs" -> inBatch(city, act, ward);
            case "listDuplicates" -> plain("GET", "/api/v1/duplicates", "");
            case "createItem" -> ogc("POST", "", register(city, act, ward).body(), List.of("Content-Crs", "EPSG:9214"));
            case "replaceItem" -> {
                Code code = city.house(ward);
                String query = "/" + code + "?effective=2021-01-01&act=" + act;
                yield ogc("PUT", query, replacement(city, code), List.of("If-Match", "*"));
            }
            case "updateItem" -> {
                String query = "/" + city.house(ward) + "?effective=2021-01-01&act=" + act;
                yield ogc("PATCH", query, "{\"properties\": {\"name\": \"Nhà mới\"}}", List.of("If-Match", "*"));
            }
            case "deleteItem" ->
                ogc("DELETE", "/" + city.house(ward) + "?effective=2021-01-01", "", List.of("If-Match", "*"));
            case "resolveDuplicate" -> resolve(city, act, ward);
            case "movePlan" ->
                plain(
                        "POST",
                        "/api/v1/plans/" + city.plan() + "/step",
                        "{\"act\": \"" + act + "\", \"step\": \"adoption\"}");
            case "createWatch" ->
                plain("POST", "/api/v1/watches", "{\"label\": \"mine\", \"code\": \"" + city.house(ward) + "\"}");
            case "removeWatch" -> plain("DELETE", "/api/v1/watches/1", "");
            default ->
                throw new AssertionError("The operation " + operation
                        + " has no sample: add one here, so that the table of" + " rights is executed for it");
        };
    }

    private static final String NAME = EFFECTIVE + ", \"properties\": {\"name\": \"Nhà mới\"}";

    /** By OGC API Features Part 4, on addresses; its rights on layers are tried by those who edit layers. */
    private static ActSample ogc(String method, String more, String body, List<String> headers) {
        return new ActSample(method, "/ogc/collections/addresses/items" + more, body, headers);
    }

    private static String replacement(TwoWards city, Code code) {
        String now = city.get("", "/ogc/collections/addresses/items/" + code).body();
        return now.replaceFirst("\"name\":(null|\"[^\"]*\")", "\"name\":\"Nhà mới\"");
    }

    private static ActSample plain(String method, String path, String body) {
        return new ActSample(method, path, body, List.of());
    }

    private static ActSample onOne(String method, Code code, String more, String body) {
        return new ActSample(method, "/api/v1/addresses/" + code + more + CRS, body, List.of("If-Match", "*"));
    }

    private static ActSample register(TwoWards city, String act, String ward) {
        String status = act.equals("propose") ? "proposed" : "current";
        String body = city.feature(ward).replace("\"kind\"", "\"status\": \"" + status + "\", \"kind\"");
        return plain("POST", "/api/v1/addresses" + CRS, body);
    }

    private static Code subject(TwoWards city, String act, String ward) {
        return switch (act) {
            case "approve", "reject" -> city.object(AddressKind.BUILDING, AddressStatus.PROPOSED, ward);
            case "relocate" -> city.object(AddressKind.BUSINESS, AddressStatus.CURRENT, ward);
            default -> city.house(ward);
        };
    }

    private static ActSample onPath(TwoWards city, String act, String ward) {
        Code code = subject(city, act, ward);
        String more = switch (act) {
            case "entrances", "units" -> body(city, "addPart", ward, code);
            case "external-ids" -> body(city, "attachId", ward, code);
            case "detach" -> body(city, "detachId", ward, code);
            default -> body(city, act, ward, code);
        };
        return onOne("POST", code, "/" + act, "{" + EFFECTIVE + more + "}");
    }

    private static ActSample inBatch(TwoWards city, String act, String ward) {
        String members = switch (act) {
            case "register", "propose" -> EFFECTIVE + ", \"into\": [" + city.feature(ward) + "]";
            case "merge" -> merger(city, ward);
            default -> {
                Code code = subject(city, act, ward);
                yield EFFECTIVE + ", \"subjects\": [{\"code\": \"" + code + "\", \"version\": 1}]"
                        + body(city, act, ward, code);
            }
        };
        return plain("POST", "/api/v1/acts" + CRS, "{\"acts\": [{\"act\": \"" + act + "\", " + members + "}]}");
    }

    /** What an act on one object says beside its subject and day. */
    private static String body(TwoWards city, String act, String ward, Code code) {
        return switch (act) {
            case "approve", "reject", "retire", "verify" -> "";
            case "change", "correct" -> ", \"properties\": {\"name\": \"Nhà mới\"}";
            case "split" -> ", \"into\": [" + city.feature(ward) + "," + city.feature(ward) + "]";
            case "rebuild" -> ", \"into\": [" + city.feature(ward) + "]";
            case "relocate" -> ", \"to\": \"" + city.house(ward) + "\"";
            case "addPart" -> ", \"part\": {\"type\": \"unit\", \"label\": \"A-101\"}";
            case "attachId" -> ", \"externalId\": {\"scheme\": \"new\", \"value\": \"" + code + "\"}";
            case "detachId" -> ", \"externalId\": {\"scheme\": \"plot\", \"value\": \"" + plotId(city, code) + "\"}";
            default -> throw new AssertionError("The act " + act + " has no sample: add one here");
        };
    }

    private static String plotId(TwoWards city, Code code) {
        return city.village
                .database()
                .jdbc()
                .queryForObject("SELECT value FROM registry.external_id WHERE code = ?", String.class, code.toString());
    }

    private static String merger(TwoWards city, String ward) {
        String subject = "{\"code\": \"%s\", \"version\": 1}";
        return EFFECTIVE + ", \"subjects\": [" + subject.formatted(city.house(ward)) + ","
                + subject.formatted(city.house(ward)) + "], \"into\": [" + city.feature(ward) + "]";
    }

    private static ActSample resolve(TwoWards city, String decision, String ward) {
        List<String> candidates = new ArrayList<>();
        long id = city.duplicateCase(ward, candidates);
        String more = switch (decision) {
            case "same" -> ", \"code\": \"" + candidates.get(0) + "\"";
            case "merge" -> ", \"code\": \"" + candidates.get(0) + "\", \"duplicate\": \"" + candidates.get(1) + "\"";
            default -> "";
        };
        String body = "{\"decision\": \"" + decision + "\"" + more + "}";
        return plain("POST", "/api/v1/duplicates/" + id + "/resolve", body);
    }
}
