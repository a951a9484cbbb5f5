package org.diachi.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.diachi.address.AddressHistory;
import org.diachi.address.AddressReader;
import org.diachi.address.AddressRegister;
import org.diachi.address.DuplicateQueue;
import org.diachi.address.WardReform;
import org.diachi.audit.AuditLog;
import org.diachi.change.ChangeLog;
import org.diachi.change.ChangeReader;
import org.diachi.city.AddressGrammar;
import org.diachi.city.CityProfile;
import org.diachi.city.LandUseRules;
import org.diachi.db.Database;
import org.diachi.db.DatumCheck;
import org.diachi.db.Home;
import org.diachi.drainage.DrainageNetworks;
import org.diachi.drainage.DrainageSettings;
import org.diachi.feed.ChangeFeed;
import org.diachi.landuse.PlanRegister;
import org.diachi.landuse.Plans;
import org.diachi.landuse.compare.Comparisons;
import org.diachi.landuse.statement.LandUseStatements;
import org.diachi.layer.FeatureReader;
import org.diachi.layer.FeatureRegister;
import org.diachi.layer.LayerCatalogue;
import org.diachi.measure.Measures;
import org.diachi.place.DailyWards;
import org.diachi.place.Jurisdiction;
import org.diachi.place.PlaceReader;
import org.diachi.place.PlaceRegister;
import org.diachi.place.Wards;
import org.diachi.search.AddressSearch;
import org.diachi.search.index.SearchIndex;
import org.diachi.value.Crs;
import org.diachi.value.CrsTransform;
import org.diachi.view.ViewRunner;
import org.diachi.view.conflict.Conflicts;
import org.diachi.view.counts.AddressCounts;
import org.diachi.view.extent.CollectionExtents;
import org.diachi.watch.Watches;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The open register of one city. Thread-safe; closing it closes its connections. */
public final class Registry implements AutoCloseable {

    private final Database database;
    private final CityProfile profile;
    private final AddressRegister addressRegister;
    private final AddressReader addressReader;
    private final AddressHistory addressHistory;
    private final DuplicateQueue duplicates;
    private final PlaceRegister placeRegister;
    private final PlaceReader placeReader;
    private final DailyWards dailyWards;
    private final Jurisdiction jurisdiction;
    private final WardReform wardReform;
    private final FeatureRegister featureRegister;
    private final FeatureReader featureReader;
    private final LayerCatalogue layers;
    private final Plans plans;
    private final PlanRegister planRegister;
    private final LandUseStatements statements;
    private final Comparisons comparisons;
    private final ChangeReader changes;
    private final AuditLog audit;
    private final ChangeFeed feed;
    private final AddressCounts addressCounts;
    private final CollectionExtents collectionExtents;
    private final Conflicts conflicts;
    private final LandUseRules landUseRules;
    private final Watches watches;
    private final Measures measures;
    private final DrainageNetworks drainageNetworks;
    private final SearchIndex searchIndex;
    private final AddressSearch search;
    private final ViewRunner views;
    private final Home home;

    private Registry(Database database, CityProfile profile, Founding founding, Home home) {
        this.database = database;
        this.profile = profile;
        this.home = home;
        DataSource source = database.dataSource();
        AddressGrammar grammar = profile.grammar();
        int srid = profile.storageCrs().epsg();
        ChangeLog log = new ChangeLog(source);
        this.addressRegister = new AddressRegister(log, founding.permutation(), grammar, profile.storageCrs());
        this.addressReader = new AddressReader(source, grammar, profile.storageCrs());
        this.addressHistory = new AddressHistory(source);
        this.duplicates = new DuplicateQueue(source, srid);
        this.placeRegister = new PlaceRegister(log, grammar);
        this.wardReform = new WardReform(log, placeRegister);
        this.placeReader = new PlaceReader(source, grammar, srid);
        this.dailyWards = new DailyWards(source, placeReader, grammar);
        this.jurisdiction = new Jurisdiction(source);
        this.featureRegister = new FeatureRegister(log, srid);
        this.featureReader = new FeatureReader(source, srid);
        this.layers = new LayerCatalogue(source);
        this.plans = new Plans(source);
        this.planRegister = new PlanRegister(log);
        this.statements = new LandUseStatements(source, plans, profile);
        this.comparisons = new Comparisons(source, placeReader, profile);
        this.changes = new ChangeReader(source);
        this.audit = new AuditLog(source);
        this.feed = new ChangeFeed(source, profile);
        this.addressCounts = new AddressCounts(source);
        this.collectionExtents = new CollectionExtents(source);
        this.landUseRules = LandUseRules.of(profile);
        this.conflicts = new Conflicts(source, landUseRules.conflicts(), srid);
        this.measures = new Measures(source, profile);
        this.watches = new Watches(source, srid);
        this.drainageNetworks = new DrainageNetworks(source, DrainageSettings.read(profile.folder()), srid);
        this.searchIndex = new SearchIndex(source, profile, home.folder().resolve("search"));
        this.search = new AddressSearch(searchIndex, profile);
        this.views = new ViewRunner(
                changes, List.of(addressCounts, collectionExtents, searchIndex, conflicts, drainageNetworks.view()));
    }

    /**
     * Opens the register of a city in a database, which is founded if it is empty.
     *
     * @param environment the variables of the process, which may hold the key of the codes and the home of the node
     * @throws org.diachi.db.DatabaseSetupException if the database is another city's, or coordinates come out wrong
     */
    public static Registry open(Database database, CityProfile profile, Map<String, String> environment) {
        database.migrate(profile.storageCrs().epsg());
        CrsTransform toWgs84 = CrsTransform.between(profile.goldenPoint().crs(), Crs.CRS84);
        new DatumCheck(database.jdbc(), point -> image(toWgs84, point)).verify(profile.goldenPoint());
        Founding founding = Founding.of(database, profile, environment);
        Registry registry = new Registry(database, profile, founding, Home.fromEnvironment(environment));
        founding.enterPlaces(registry.placeRegister);
        return registry;
    }

    private static Coordinate image(CrsTransform transform, Coordinate point) {
        double[] xy = {point.x, point.y};
        transform.apply(xy, 1);
        return new Coordinate(xy[0], xy[1]);
    }

    /** The connections. */
    public DataSource dataSource() {
        return database.dataSource();
    }

    /** Transactions on the connections, which acts within take part in. */
    public PlatformTransactionManager transactionManager() {
        return new JdbcTransactionManager(database.dataSource());
    }

    /** Where this node keeps what is its own. */
    public Home home() {
        return home;
    }

    /** Whether no address object was ever registered. */
    public boolean isEmpty() {
        String sql = "SELECT NOT EXISTS (SELECT FROM registry.address_version)";
        return Boolean.TRUE.equals(database.jdbc().queryForObject(sql, Boolean.class));
    }

    /** The city. */
    public CityProfile profile() {
        return profile;
    }

    /** The acts on address objects. */
    public AddressRegister addressRegister() {
        return addressRegister;
    }

    /** The state of address objects. */
    public AddressReader addressReader() {
        return addressReader;
    }

    /** What was done to address objects. */
    public AddressHistory addressHistory() {
        return addressHistory;
    }

    /** What was held back as possible duplicates of address objects. */
    public DuplicateQueue duplicates() {
        return duplicates;
    }

    /** The acts on administrative units. */
    public PlaceRegister placeRegister() {
        return placeRegister;
    }

    /** The state of administrative units. */
    public PlaceReader placeReader() {
        return placeReader;
    }

    /** Which administrative units of today answer for those of any era. */
    public Jurisdiction jurisdiction() {
        return jurisdiction;
    }

    /** Reforms of administrative units, with the addresses in them. */
    public WardReform wardReform() {
        return wardReform;
    }

    /** The acts on features of layers. */
    public FeatureRegister featureRegister() {
        return featureRegister;
    }

    /** The state of features of layers. */
    public FeatureReader featureReader() {
        return featureReader;
    }

    /** The layers. */
    public LayerCatalogue layers() {
        return layers;
    }

    /** The land-use plans. */
    public Plans plans() {
        return plans;
    }

    /** The acts on land-use plans. */
    public PlanRegister planRegister() {
        return planRegister;
    }

    /** Statements of land use. */
    public LandUseStatements statements() {
        return statements;
    }

    /** Comparisons of plans, days and layers. */
    public Comparisons comparisons() {
        return comparisons;
    }

    /** The change log. */
    public ChangeReader changes() {
        return changes;
    }

    /** The audit log. */
    public AuditLog audit() {
        return audit;
    }

    /** The change feed. */
    public ChangeFeed feed() {
        return feed;
    }

    /** The view that counts address objects. */
    public AddressCounts addressCounts() {
        return addressCounts;
    }

    /** The view that tells what collections cover. */
    public CollectionExtents collectionExtents() {
        return collectionExtents;
    }

    /** What the city holds for wrong in its land use. */
    public LandUseRules landUseRules() {
        return landUseRules;
    }

    /** The view of what lies where it must not. */
    public Conflicts conflicts() {
        return conflicts;
    }

    /** The watches over areas and codes. */
    public Watches watches() {
        return watches;
    }

    /** What there is and how good it is, in numbers. */
    public Measures measures() {
        return measures;
    }

    /** The drainage network, in any state. */
    public DrainageNetworks drainageNetworks() {
        return drainageNetworks;
    }

    /** Search, match and reverse. */
    public AddressSearch search() {
        return search;
    }

    /** All views; they follow the log once their runner is started. */
    public ViewRunner views() {
        return views;
    }

    /** The wards of a day, as they are believed now. */
    public Wards wards(LocalDate day) {
        return dailyWards.of(day);
    }

    @Override
    public void close() {
        comparisons.close();
        views.close();
        searchIndex.close();
        database.close();
    }
}
