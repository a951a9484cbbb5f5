package org.diachi.address;

/**
 * What may be taken for one thing without asking an officer. The stricter the rules, the more is held back.
 *
 * @param joinsContainingBuilding an address point inside a building is that building's address: the first gives the
 *     building its address, further ones become entrances
 * @param mergesSameAddress a row with the address of an object of the same kind is that object
 * @param acceptsOverlaps outlines may overlap those of other objects of the kind
 */
public record RegistrationRules(boolean joinsContainingBuilding, boolean mergesSameAddress, boolean acceptsOverlaps) {

    /** Everything that looks like a duplicate is held back. */
    public static final RegistrationRules STRICT = new RegistrationRules(false, false, false);
}
