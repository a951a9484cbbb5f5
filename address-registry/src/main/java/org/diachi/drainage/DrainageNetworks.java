package org.diachi.drainage;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.diachi.change.ChangeReader;
import org.diachi.change.Snapshot;
import org.diachi.change.TimeView;
import org.diachi.drainage.NetworkView.Known;
import org.diachi.drainage.network.Network;
import org.diachi.layer.FeatureRegistration;
import org.diachi.value.Period;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * The network in any state: what is known now comes from the view, what was known once from the register, one such state
 * at a time, of which the last two are kept. Thread-safe.
 */
public final class DrainageNetworks {

    private static final int PAST_STATES = 2;

    /** The layer of nodes. */
    public static final String NODES = NetworkReader.NODES;

    /** The layer of links. */
    public static final String LINKS = NetworkReader.LINKS;

    private final NetworkView view;
    private final NetworkReader reader;
    private final ChangeReader changes;
    private final DrainageSettings settings;
    private final int srid;
    private final Map<Snapshot, Network> past = new LinkedHashMap<>(PAST_STATES, 1, true);

    /**
     * The networks of one register.
     *
     * @param srid the EPSG code of the storage CRS
     */
    public DrainageNetworks(DataSource dataSource, DrainageSettings settings, int srid) {
        this.view = new NetworkView(dataSource, settings.rules(), srid);
        this.reader = new NetworkReader(dataSource, srid);
        this.changes = new ChangeReader(dataSource);
        this.settings = settings;
        this.srid = srid;
    }

    /** The view of what is known now. */
    public NetworkView view() {
        return view;
    }

    /** What is particular to the city. */
    public DrainageSettings settings() {
        return settings;
    }

    /** The network in the state that is asked for. */
    public Known at(TimeView time) {
        if (time.knownAt() == null) {
            return view.on(time.asOf());
        }
        Snapshot snapshot = changes.resolve(time);
        return new Known(past(snapshot), snapshot.seq());
    }

    private synchronized Network past(Snapshot snapshot) {
        Network network = past.get(snapshot);
        if (network == null) {
            network = reader.read(snapshot.seq(), snapshot.asOf(), (source, id) -> true)
                    .on(snapshot.asOf(), settings.rules());
            past.put(snapshot, network);
            if (past.size() > PAST_STATES) {
                past.remove(past.keySet().iterator().next());
            }
        }
        return network;
    }

    /**
     * The network as it would be if rows of a source were taken over now. Features of the rows have negative numbers.
     *
     * @param layer the layer of the rows
     * @param rows by their id in the source
     */
    public Network with(String layer, String source, Map<String, FeatureRegistration> rows, LocalDate day) {
        Set<String> told = rows.keySet();
        NetworkStates states =
                reader.read(Long.MAX_VALUE - 1, day, (other, id) -> !other.equals(source) || !told.contains(id));
        RowReader reading = new RowReader(srid);
        long feature = -rows.size();
        for (FeatureRegistration row : rows.values()) {
            add(states, layer, row, feature++, reading);
        }
        return states.on(day, settings.rules());
    }

    private static void add(
            NetworkStates states, String layer, FeatureRegistration row, long feature, RowReader reading) {
        Period always = Period.since(Period.BEGINNING);
        long number = Optional.ofNullable(row.rowNumber()).orElse(0L);
        Geometry shape = row.shape();
        UnaryOperator<@Nullable String> values = name -> {
            Object value = row.attributes().get(name);
            return value == null ? null : value.toString();
        };
        if (layer.equals(LINKS)) {
            states.addLink(new Dated<>(feature, always, reading.link(values, feature, shape, number)));
        } else if (shape != null) {
            Point point = shape.getCentroid();
            states.addNode(
                    new Dated<>(feature, always, reading.node(values, feature, point.getX(), point.getY(), number)));
        }
    }
}
