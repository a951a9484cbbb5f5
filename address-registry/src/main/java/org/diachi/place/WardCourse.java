package org.diachi.place;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * Which ward comes after which, as it is believed in one state of the register: what is registered for days before a
 * reform is in another ward from the reform on, whichever of the two was entered first. Immutable.
 */
public final class WardCourse {

    private final Map<Long, List<Era>> eras;
    private final List<Link> links;
    private final @Nullable LocalDate lastDay;

    /** One unit's outline, in the storage CRS, over a period; null where it is not drawn. */
    record Era(long ward, Period valid, @Nullable Geometry outline) {}

    /** A unit gives way to another on a day. */
    record Link(long from, long to, LocalDate day) {}

    /** A time that something is in a ward; null where none is known. */
    public record Stay(Period valid, @Nullable Long ward) {}

    /**
     * @param eras of all units that the links name, by unit
     * @param links in the order of their days
     */
    WardCourse(Map<Long, List<Era>> eras, List<Link> links) {
        this.eras = eras;
        this.links = links;
        this.lastDay = links.isEmpty() ? null : links.get(links.size() - 1).day();
    }

    /**
     * The wards of something over a period. Where a unit is split it goes where it lies: to the unit whose outline has
     * its position, or else to the nearest. What is in no ward, since those of its days are not drawn, is in the first
     * one that is drawn over it later.
     *
     * @param ward on the first day
     * @param position in the storage CRS
     */
    public List<Stay> stays(@Nullable Long ward, Period valid, Point position) {
        List<Stay> stays = new ArrayList<>(1);
        Long now = ward;
        LocalDate from = valid.from();
        Optional<Link> next = next(now, from, valid, position);
        while (next.isPresent()) {
            LocalDate day = next.get().day();
            stays.add(new Stay(new Period(from, day), now));
            from = day;
            now = next.get().to();
            next = next(now, from, valid, position);
        }
        stays.add(new Stay(new Period(from, valid.to()), now));
        return stays;
    }

    /** The next unit that something comes to lie in, and the day of it. */
    private Optional<Link> next(@Nullable Long ward, LocalDate after, Period valid, Point position) {
        if (lastDay == null || !lastDay.isAfter(after)) {
            return Optional.empty();
        }
        for (Link link : links) {
            boolean isLater = link.day().isAfter(after) && valid.contains(link.day());
            if (isLater && ward == null && covers(link, position)) {
                return Optional.of(link);
            }
            if (isLater && ward != null && link.from() == ward) {
                long heir = heir(ward, link.day(), position);
                if (heir != ward) {
                    return Optional.of(new Link(ward, heir, link.day()));
                }
            }
        }
        return Optional.empty();
    }

    private boolean covers(Link link, Point position) {
        Geometry outline = outline(link.to(), link.day());
        return outline != null && outline.covers(position);
    }

    /** Of the units that go on from one, itself where it stays, the one that something lies in or is nearest to. */
    private long heir(long ward, LocalDate day, Point position) {
        List<Long> heirs = new ArrayList<>();
        if (find(ward, day).isPresent()) {
            heirs.add(ward);
        }
        links.stream()
                .filter(link -> link.from() == ward && link.day().equals(day))
                .forEach(link -> heirs.add(link.to()));
        return heirs.stream()
                .min(Comparator.comparingDouble((Long heir) -> distance(outline(heir, day), position))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    private static double distance(@Nullable Geometry outline, Point position) {
        return outline == null ? Double.POSITIVE_INFINITY : outline.distance(position);
    }

    private @Nullable Geometry outline(long ward, LocalDate day) {
        return find(ward, day).map(Era::outline).orElse(null);
    }

    private Optional<Era> find(long ward, LocalDate day) {
        return eras.getOrDefault(ward, List.of()).stream()
                .filter(era -> era.valid().contains(day))
                .findFirst();
    }
}
