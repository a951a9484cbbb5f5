package org.diachi.city;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.diachi.value.Crs;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads and checks a profile; every fault names the file and the key. */
final class CityProfileReader {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path folder;
    private final Path file;

    CityProfileReader(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("city.yaml");
    }

    CityProfile read() {
        CityFile content = parse();
        String id = require(content.id(), "id");
        if (!id.matches("[a-z][a-z0-9-]*")) {
            throw wrong(
                    "id", "'" + id + "' is not one word of lower-case letters, digits and hyphens", "Name the folder");
        }
        return new CityProfile(
                id,
                require(content.names(), "names"),
                require(content.country(), "country"),
                requireSome(content.languages(), "languages"),
                storageCrs(content),
                outputCrs(content),
                goldenPoint(require(content.goldenPoint(), "goldenPoint")),
                new CodeKeySource(require(require(content.codeKey(), "codeKey").environment(), "codeKey.environment")),
                grammar(require(content.address(), "address")),
                plates(content.plate()),
                timeZone(require(content.timeZone(), "timeZone")),
                places(content.places()),
                codeLists(content.codeLists()),
                codeMaps(orNone(content.codeMaps())),
                PersonalFields.of(Objects.requireNonNullElse(content.personalFields(), List.of())),
                folder);
    }

    private CityFile parse() {
        try {
            return MAPPER.readValue(Files.readString(file), CityFile.class);
        } catch (IOException e) {
            throw new CityProfileException(
                    file, "the file", "cannot be read (" + e + ")", "Name a folder that has a city.yaml");
        } catch (UnrecognizedPropertyException e) {
            String known = String.valueOf(e.getKnownPropertyIds());
            throw wrong(path(e), "the key is not known", "Known here are " + known);
        } catch (DatabindException e) {
            throw wrong(
                    path(e), "the value does not fit: " + e.getOriginalMessage(), "Write it as the other profiles do");
        } catch (JacksonException e) {
            throw wrong(
                    "line " + e.getLocation().getLineNr(),
                    "this is no YAML: " + e.getOriginalMessage(),
                    "Mend the line");
        }
    }

    private static String path(DatabindException e) {
        return e.getPath().stream()
                .map(step -> step.getPropertyName() != null ? step.getPropertyName() : "[" + step.getIndex() + "]")
                .collect(Collectors.joining("."));
    }

    private Crs storageCrs(CityFile content) {
        Crs crs = crs(require(content.storageCrs(), "storageCrs"), "storageCrs");
        if (crs.isGeographic() || crs.metresPerUnit() != 1) {
            throw wrong("storageCrs", crs + " is not a projected system in metres", "Give the city's official one");
        }
        return crs;
    }

    private List<Crs> outputCrs(CityFile content) {
        List<Crs> found = new ArrayList<>();
        for (String text : requireSome(content.outputCrs(), "outputCrs")) {
            found.add(crs(text, "outputCrs"));
        }
        if (!found.contains(storageCrs(content))) {
            throw wrong("outputCrs", "the storage system is not among them", "Add " + content.storageCrs());
        }
        return found;
    }

    private Crs crs(String text, String key) {
        try {
            return Crs.parse(text);
        } catch (IllegalArgumentException e) {
            throw wrong(key, String.valueOf(e.getMessage()), "Write for example EPSG:4326");
        }
    }

    private GoldenPoint goldenPoint(CityFile.Golden golden) {
        return new GoldenPoint(
                crs(require(golden.crs(), "goldenPoint.crs"), "goldenPoint.crs"),
                require(golden.x(), "goldenPoint.x"),
                require(golden.y(), "goldenPoint.y"),
                require(golden.lon(), "goldenPoint.lon"),
                require(golden.lat(), "goldenPoint.lat"),
                require(golden.toleranceMetres(), "goldenPoint.toleranceMetres"));
    }

    private AddressGrammar grammar(CityFile.Address address) {
        AddressStyle style = new AddressStyle(
                require(address.pattern(), "address.pattern"),
                require(address.city(), "address.city"),
                spelling(require(address.spelling(), "address.spelling")),
                orNone(address.numberWords()),
                orNone(address.alleyWords()),
                orNone(address.suffixWords()),
                orNone(address.streetWords()),
                orNone(address.placeWords()),
                orNone(address.abbreviations()),
                orNone(address.sameWords()),
                orNone(address.placeAbbreviations()),
                orNone(address.nameAbbreviations()),
                typing(orNone(address.typing())));
        try {
            return new AddressGrammar(style);
        } catch (IllegalArgumentException e) {
            throw wrong(
                    "address.pattern", String.valueOf(e.getMessage()), "Write for example {number} {street}, {ward}");
        }
    }

    private AddressStyle.Spelling spelling(String text) {
        return constant("address.spelling", text, AddressStyle.Spelling.values());
    }

    private Set<AddressStyle.Typing> typing(List<String> texts) {
        return texts.stream()
                .map(text -> constant("address.typing", text, AddressStyle.Typing.values()))
                .collect(Collectors.toSet());
    }

    private <E extends Enum<E>> E constant(String key, String text, E[] known) {
        for (E constant : known) {
            if (label(constant).equals(text)) {
                return constant;
            }
        }
        String labels = Arrays.stream(known).map(CityProfileReader::label).collect(Collectors.joining(" or "));
        throw wrong(key, "'" + text + "' is not known", "Write " + labels);
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private PlateStyle plates(CityFile.@Nullable Plate plate) {
        if (plate == null) {
            return PlateStyle.USUAL;
        }
        try {
            return new PlateStyle(
                    require(plate.ground(), "plate.ground"),
                    require(plate.ink(), "plate.ink"),
                    plate.numberWord(),
                    plate.sizes() == null ? PlateStyle.USUAL.formats() : plateFormats(plate.sizes()));
        } catch (IllegalArgumentException e) {
            throw wrong("plate", String.valueOf(e.getMessage()), "Mend it");
        }
    }

    private Map<PlateSize, PlateStyle.Format> plateFormats(Map<String, CityFile.Size> sizes) {
        Map<PlateSize, PlateStyle.Format> formats = new EnumMap<>(PlateSize.class);
        sizes.forEach((name, size) -> {
            String key = "plate.sizes." + name;
            PlateSize plateSize = PlateSize.find(name)
                    .orElseThrow(() -> wrong(key, "the size is not known", "Give door, gate and publicSpace"));
            formats.put(
                    plateSize,
                    new PlateStyle.Format(
                            require(size.width(), key + ".width"), require(size.height(), key + ".height")));
        });
        return formats;
    }

    private ZoneId timeZone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw wrong("timeZone", String.valueOf(e.getMessage()), "Write for example Asia/Ho_Chi_Minh");
        }
    }

    private List<PlaceEntry> places(@Nullable String name) {
        return name == null ? List.of() : new PlaceTable(folder.resolve(name)).read();
    }

    private List<CodeList> codeLists(@Nullable Map<String, String> fileByScheme) {
        List<CodeList> found = new ArrayList<>();
        if (fileByScheme != null) {
            new TreeMap<>(fileByScheme)
                    .forEach((scheme, name) -> found.add(new CodeListTable(folder.resolve(name)).read(scheme)));
        }
        return found;
    }

    private List<CodeMap> codeMaps(List<CityFile.CodeMapFile> files) {
        List<CodeMap> found = new ArrayList<>();
        for (CityFile.CodeMapFile map : files) {
            Path table = folder.resolve(require(map.file(), "codeMaps.file"));
            found.add(new CodeMapTable(table)
                    .read(require(map.from(), "codeMaps.from"), require(map.to(), "codeMaps.to")));
        }
        return found;
    }

    private <T> T require(@Nullable T value, String key) {
        if (value == null) {
            throw wrong(key, "the key is missing", "Add it");
        }
        return value;
    }

    private <T> List<T> requireSome(@Nullable List<T> values, String key) {
        if (require(values, key).isEmpty()) {
            throw wrong(key, "the list is empty", "Give at least one");
        }
        return require(values, key);
    }

    private static <T> List<T> orNone(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }

    private static <K, V> Map<K, V> orNone(@Nullable Map<K, V> values) {
        return values == null ? Map.of() : values;
    }

    private CityProfileException wrong(String key, String problem, String remedy) {
        return new CityProfileException(file, key, problem, remedy);
    }
}
