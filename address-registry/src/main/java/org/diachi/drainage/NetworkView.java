package org.diachi.drainage;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.diachi.drainage.network.Network;
import org.diachi.drainage.network.NetworkRules;
import org.diachi.view.Coverage;
import org.diachi.view.LogTrace;
import org.diachi.view.Subject;
import org.diachi.view.View;

/**
 * The network as it is known now, in the memory of this node, with the last few days that were asked for. While it is in use,
 * the network of the day that was asked for last is made anew in the thread that brings the view forward; whoever asks
 * meanwhile gets the one before and waits for nothing. Under a kilobyte a link with its node.
 */
public final class NetworkView implements View {

    private static final int DAYS = 3;
    private static final Duration IN_USE = Duration.ofMinutes(1);

    private final NetworkReader reader;
    private final LogTrace log;
    private final NetworkRules rules;
    private final NetworkStates states = new NetworkStates();
    private volatile Held held = new Held(-1, Map.of());
    private volatile Use lastUse = new Use(LocalDate.MIN, Instant.MIN);

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

    /** The networks that are ready, by their day. */
    private record Held(long position, Map<LocalDate, Network> days) {}

    private record Use(LocalDate day, Instant at) {}

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
        return held.position();
    }

    /** The network of a day; if nobody built the view yet, it is built first. */
    public Known on(LocalDate day) {
        lastUse = new Use(day, Instant.now());
        Held ready = held;
        Network network = ready.days().get(day);
        return network == null ? make(day) : new Known(network, ready.position());
    }

    private synchronized Known make(LocalDate day) {
        if (held.position() < 0) {
            rebuild();
        }
        Held ready = held;
        Network network = ready.days().get(day);
        if (network == null) {
            network = states.on(day, rules);
            Map<LocalDate, Network> days = new LinkedHashMap<>(ready.days());
            if (days.size() == DAYS) {
                days.remove(days.keySet().iterator().next());
            }
            days.put(day, network);
            held = new Held(ready.position(), Collections.unmodifiableMap(days));
        }
        return new Known(network, ready.position());
    }

    @Override
    public synchronized void rebuild() {
        long head = log.head();
        states.replaceAll(reader.read(head));
        held = new Held(head, Map.of());
    }

    @Override
    public synchronized void catchUp(long seq) {
        Map<String, Set<String>> touched = log.touched(held.position(), seq).features();
        List<Long> features = Stream.of(NetworkReader.NODES, NetworkReader.LINKS)
                .flatMap(layer -> touched.getOrDefault(layer, Set.of()).stream())
                .map(Long::valueOf)
                .toList();
        if (features.isEmpty()) {
            held = new Held(seq, held.days());
            return;
        }
        states.replace(features, reader.read(features, seq));
        held = new Held(seq, inUse());
    }

    private Map<LocalDate, Network> inUse() {
        Use use = lastUse;
        if (use.at().isBefore(Instant.now().minus(IN_USE))) {
            return Map.of();
        }
        Network network = states.on(use.day(), rules);
        network.index();
        network.loops();
        return Map.of(use.day(), network);
    }

    @Override
    public synchronized List<String> verify() {
        return states.differences(reader.read(Math.max(held.position(), 0)));
    }
}
