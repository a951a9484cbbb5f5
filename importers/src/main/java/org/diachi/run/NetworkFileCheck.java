package org.diachi.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diachi.drainage.DrainageNetworks;
import org.diachi.drainage.check.Finding;
import org.diachi.drainage.check.NetworkCheck;
import org.diachi.drainage.check.Rule;
import org.diachi.drainage.network.Network;
import org.diachi.issue.Severity;
import org.diachi.issue.TopologyFault;
import org.diachi.layer.FeatureRegistration;
import org.diachi.mapping.FieldRule;
import org.diachi.mapping.Mapping;
import org.diachi.registry.Registry;

/**
 * Checks the network as it would be with the rows of a file, and tells what is wrong with these rows. What the mapping
 * already says of a row by itself is not said again.
 */
final class NetworkFileCheck implements FileCheck<FeatureRegistration> {

    /** The layers of a network. */
    static final Set<String> LAYERS = Set.of(DrainageNetworks.NODES, DrainageNetworks.LINKS);

    private final DrainageNetworks networks;
    private final Mapping mapping;
    private final LocalDate day;
    private final int srid;
    private final Map<String, FeatureRegistration> rows = new LinkedHashMap<>();

    private NetworkFileCheck(DrainageNetworks networks, Mapping mapping, LocalDate day, int srid) {
        this.networks = networks;
        this.mapping = mapping;
        this.day = day;
        this.srid = srid;
    }

    static NetworkFileCheck of(Registry registry, Mapping mapping, LocalDate day) {
        return new NetworkFileCheck(
                registry.drainageNetworks(),
                mapping,
                day,
                registry.profile().storageCrs().epsg());
    }

    @Override
    public void add(FeatureRegistration row) {
        rows.put(row.sourceId(), row);
    }

    @Override
    public List<Fault> end() {
        List<String> ids = List.copyOf(rows.keySet());
        Set<Rule> told = toldByTheMapping();
        Network network = networks.with(mapping.target(), mapping.source(), rows, day);
        List<Fault> faults = new ArrayList<>();
        for (Finding finding : NetworkCheck.of(network, srid)) {
            if (isOfFile(finding) && !told.contains(finding.rule())) {
                faults.add(new Fault(finding.row(), ids.get((int) (finding.feature() + ids.size())), issue(finding)));
            }
        }
        return faults;
    }

    /** Rows of the file are not stored yet: they are counted up to 0. */
    private boolean isOfFile(Finding finding) {
        return finding.feature() < 0 && finding.isLink() == mapping.target().equals(DrainageNetworks.LINKS);
    }

    private TopologyFault issue(Finding finding) {
        boolean isSevere =
                finding.rule().isSevere() && !networks.settings().tolerated().contains(finding.rule());
        return new TopologyFault(
                isSevere ? Severity.REFUSED : Severity.WARNING,
                finding.rule().label(),
                finding.id(),
                finding.message(),
                finding.place());
    }

    /** Nodes may come before their links; what a field lacks or refers to is a matter of the row. */
    private Set<Rule> toldByTheMapping() {
        Set<Rule> told = EnumSet.of(Rule.ISOLATED_NODE);
        if (isExpected("nodeId")) {
            told.add(Rule.NODE_WITHOUT_ID);
        }
        if (isExpected("fromNode") && isExpected("toNode")) {
            told.add(Rule.MISSING_END);
        }
        if (mapping.references().stream()
                .anyMatch(reference -> reference.collection().equals(DrainageNetworks.NODES))) {
            told.add(Rule.UNKNOWN_NODE);
        }
        return told;
    }

    private boolean isExpected(String attribute) {
        FieldRule rule = mapping.fields().get(attribute);
        return rule != null && (rule.expected() || rule.required());
    }
}
