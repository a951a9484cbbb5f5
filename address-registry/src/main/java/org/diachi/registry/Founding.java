package org.diachi.registry;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diachi.change.ActContext;
import org.diachi.city.CityProfile;
import org.diachi.city.PlaceEntry;
import org.diachi.db.Database;
import org.diachi.db.DatabaseSetupException;
import org.diachi.place.PlaceRegister;
import org.diachi.place.PlaceRow;
import org.diachi.value.CodePermutation;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is decided once in the life of a register: whose it is, its storage CRS, and the key of its codes. */
final class Founding {

    private final CityProfile profile;
    private final byte[] codeKey;

    private Founding(CityProfile profile, byte[] codeKey) {
        this.profile = profile;
        this.codeKey = codeKey;
    }

    private record City(String profile, byte[] codeKey) {}

    /** Founds the register if the database is empty, and makes sure that it belongs to the city. */
    static Founding of(Database database, CityProfile profile, Map<String, String> environment) {
        JdbcClient jdbc = JdbcClient.create(database.dataSource());
        Optional<byte[]> told = profile.codeKey().findKey(environment);
        String found = """
                INSERT INTO registry.city (profile, storage_srid, code_key) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
                """;
        jdbc.sql(found)
                .param(profile.id())
                .param(profile.storageCrs().epsg())
                .param(told.orElseGet(Founding::randomKey))
                .update();
        City city = jdbc.sql("SELECT profile, code_key FROM registry.city")
                .query((row, number) -> new City(row.getString("profile"), row.getBytes("code_key")))
                .single();
        if (!city.profile().equals(profile.id())) {
            throw new DatabaseSetupException("The database " + database.address() + " is the register of "
                    + city.profile() + ", not of " + profile.id() + ". Choose the other city, or another database.");
        }
        if (told.isPresent() && !Arrays.equals(told.get(), city.codeKey())) {
            throw new DatabaseSetupException("The key of the codes that the environment gives is not the one that the"
                    + " register in " + database.address() + " was founded with. Its codes would collide: unset "
                    + profile.codeKey().environment() + ".");
        }
        return new Founding(profile, city.codeKey());
    }

    private static byte[] randomKey() {
        byte[] key = new byte[CodePermutation.MIN_KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    CodePermutation permutation() {
        return new CodePermutation(codeKey);
    }

    /** Enters the places of the profile; those that are there already stay as they are. */
    void enterPlaces(PlaceRegister places) {
        List<PlaceRow> rows = profile.places().stream().map(Founding::row).toList();
        if (!rows.isEmpty()) {
            places.register(rows, ActContext.of("city profile " + profile.id(), profile.today()));
        }
    }

    private static PlaceRow row(PlaceEntry entry) {
        return new PlaceRow(
                entry.id(),
                entry.code(),
                entry.level(),
                entry.type(),
                entry.name(),
                entry.fullName(),
                entry.period(),
                entry.parents(),
                entry.successors(),
                entry.population(),
                null);
    }
}
