package org.diachi.search.index;

import org.diachi.city.Letters;
import org.jspecify.annotations.Nullable;

/** The fields of the documents. All are compared as a whole; words are without marks. */
public final class Fields {

    /** What the document is of: a code, or a prefix and what follows. */
    public static final String KEY = "key";

    /** {@link #address(String, String)} of every form of an object but that of its host. */
    public static final String ADDRESS = "address";

    /** Words of the names that an object has had. */
    public static final String NAME = "name";

    /** Words of the streets that an object with a name is on. */
    public static final String NEAR = "near";

    /** Ids of the wards that an object has been in. */
    public static final String WARD = "ward";

    /** Label of the kind of an object. */
    public static final String KIND = "kind";

    /** External ids, with and without their scheme, in lower case. */
    public static final String EXTERNAL = "external";

    /** Marks the documents of streets. */
    public static final String STREET = "street";

    /** {@link #streetInWard(String, Long)} of an object. */
    public static final String ON = "on";

    /** Box around an object in centimetres of the storage CRS. */
    public static final String BOX = "box";

    /** The card of an object or street, or a unit. */
    public static final String CARD = "card";

    /** The outline of an object. */
    public static final String OUTLINE = "outline";

    /** The states of an object as they are answered. */
    public static final String STATES = "states";

    /** Marks the documents of units. */
    public static final String UNIT = "unit";

    static final String STREET_KEY = "street:";
    static final String UNIT_KEY = "unit:";

    private Fields() {}

    /** A street without marks and a house number. */
    public static String address(String streetKey, String numberKey) {
        return Letters.fold(streetKey) + "|" + numberKey;
    }

    static String streetInWard(String streetKey, @Nullable Long ward) {
        return streetKey + "|" + (ward == null ? "" : ward);
    }
}
