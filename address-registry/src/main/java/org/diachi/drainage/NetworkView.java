package org.diachi.drainage;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.diachi.drainage.network.Network;
import org.diachi.drainage.network.NetworkRules;
import org.diachi.view.Coverage;
import org.diachi.view.LogTrace;
import org.diachi.view.Subject;
import org.diachi.view.View;

/**
 * The network as it is known now, in the memory of this node. Of the days that were asked for the last few are held ready.
 * About 600 bytes a link with its node.
 */
public final class NetworkView implements View {

    private static final int DAYS = 3;

    private final NetworkReader reader;
    private final LogTrace log;
    private final NetworkRules rules;
    private final Map<LocalDate, Network> days = new LinkedHashMap<>(DAYS, 1, true);
    private NetworkStates states = new NetworkStates();
    private volatile long position = -1;

    /**
     * The view of one register.
     *
     * @param srid the EPSG code of the storage CRS
     */
    public NetworkView(DataSource dataSource, NetworkRules rules, int srid) {
        this.reader = new NetworkReader(dataSource, srid);
        this.log = new LogTrace(dataSource);
        this.rules = rules;
    }

    /**
     * A network and what it knows.
     *
     * @param seq the last entry of the change log that it contains
     */
    public record Known(Network network, long seq) {

        public Known {
            Objects.requireNonNull(network, "network");
        }
    }

    @Override
    public String name() {
        return "drainage-network";
    }

    @Override
    public Coverage coverage() {
        return Coverage.ofStates(Subject.FEATURE)
                .ignoring(
                        "The network is made of features of two layers",
                        Subject.BUILDING,
                        Subject.BUSINESS,
                        Subject.PUBLIC_SPACE,
                        Subject.PLACE);
    }

    @Override
    public long position() {
        return position;
    }

    /** The network of a day; if nobody built the view yet, it is built first. */
    public synchronized Known on(LocalDate day) {
        if (position < 0) {
            rebuild();
        }
        Network network = days.get(day);
        if (network == null) {
            network = states.on(day, rules);
            days.put(day, network);
            if (days.size() > DAYS) {
                days.remove(days.keySet().iterator().next());
            }
        }
        return new Known(network, position);
    }

    @Override
    public synchronized void rebuild() {
        long head = log.head();
        NetworkStates fresh = reader.read(head);
        days.clear();
        states = fresh;
        position = head;
    }

    @Override
    public void catchUp(long seq) {
        Map<String, Set<String>> touched = log.touched(position, seq).features();
        List<Long> features = Stream.of(NetworkReader.NODES, NetworkReader.LINKS)
                .flatMap(layer -> touched.getOrDefault(layer, Set.of()).stream())
                .map(Long::valueOf)
                .collect(Collectors.toList());
        NetworkStates fresh = features.isEmpty() ? new NetworkStates() : reader.read(features, seq);
        synchronized (this) {
            if (!features.isEmpty()) {
                states.replace(features, fresh);
                days.clear();
            }
            position = seq;
        }
    }

    @Override
    public synchronized List<String> verify() {
        return states.differences(reader.read(Math.max(position, 0)));
    }
}
