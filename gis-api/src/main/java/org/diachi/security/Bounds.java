package org.diachi.security;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.diachi.value.AddressKind;

/**
 * Within what a caller may write. Who is bound by nothing may write everywhere; who is bound by a ward or a kind may
 * write addresses of that ward and kind; who is bound by a layer may write that layer, and where a ward is told too, only
 * what of it lies there. A ward office is bound by its ward, an agency by its layers, and neither may do what is the
 * other's.
 *
 * @param wards codes of wards, as borne today, or * for all
 * @param kinds kinds of address objects
 * @param layers collections, or * for all; also those that may be read where they are restricted, all of them if empty
 */
public record Bounds(Set<String> wards, Set<AddressKind> kinds, Set<String> layers) {

    /** In place of a ward, kind or layer: every one. */
    static final String ALL = "*";

    /** Bound by nothing. */
    public static final Bounds NONE = new Bounds(Set.of(), Set.of(), Set.of());

    public Bounds {
        wards = Set.copyOf(wards);
        kinds = Set.copyOf(kinds);
        layers = Set.copyOf(layers);
    }

    /**
     * Bounds as they are told and stored.
     *
     * @throws IllegalArgumentException if a kind is none
     */
    public static Bounds of(Collection<String> wards, Collection<String> kinds, Collection<String> layers) {
        Set<AddressKind> read = kinds.contains(ALL)
                ? Set.of(AddressKind.values())
                : kinds.stream().map(AddressKind::of).collect(Collectors.toUnmodifiableSet());
        return new Bounds(Set.copyOf(wards), read, Set.copyOf(layers));
    }

    /** Whether there are any. */
    public boolean isBound() {
        return !equals(NONE);
    }

    /** Whether it matters in which ward an object lies. */
    public boolean areWardsBound() {
        return !wards.isEmpty() && !wards.contains(ALL);
    }

    /** Whether objects of a kind may be written, in some ward. */
    public boolean allowKind(AddressKind kind) {
        boolean areAddressesMeant = !isBound() || !wards.isEmpty() || !kinds.isEmpty();
        return areAddressesMeant && (kinds.isEmpty() || kinds.contains(kind));
    }

    /**
     * Whether an object may be written that lies in wards, given by their codes of today.
     *
     * @param codes none if it lies outside all wards
     */
    public boolean allowWards(Set<String> codes) {
        return !areWardsBound() || (!codes.isEmpty() && wards.containsAll(codes));
    }

    /** Whether a layer may be written. */
    public boolean allowWritingLayer(String collection) {
        return !isBound() || layers.contains(ALL) || layers.contains(collection);
    }

    /** Whether a restricted layer may be read. */
    public boolean allowReadingLayer(String collection) {
        return layers.isEmpty() || layers.contains(ALL) || layers.contains(collection);
    }

    /** In words, sorted. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        wards.stream().sorted().forEach(ward -> words.add("ward " + ward));
        kinds.stream().map(AddressKind::label).sorted().forEach(kind -> words.add("kind " + kind));
        layers.stream().sorted().forEach(layer -> words.add("layer " + layer));
        return words;
    }
}
