package org.diachi.filter.sql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diachi.db.SqlPart;
import org.diachi.filter.ValueType;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.spatial.BBOX;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.api.filter.spatial.Contains;
import org.geotools.api.filter.spatial.Crosses;
import org.geotools.api.filter.spatial.DWithin;
import org.geotools.api.filter.spatial.Disjoint;
import org.geotools.api.filter.spatial.DistanceBufferOperator;
import org.geotools.api.filter.spatial.Equals;
import org.geotools.api.filter.spatial.Intersects;
import org.geotools.api.filter.spatial.Overlaps;
import org.geotools.api.filter.spatial.Touches;
import org.geotools.api.filter.spatial.Within;

/** The spatial predicates, all but one of which a spatial index serves. */
final class SpatialSql {

    private static final Map<Class<? extends BinarySpatialOperator>, String> FUNCTIONS = Map.of(
            Intersects.class, "ST_Intersects",
            BBOX.class, "ST_Intersects",
            Equals.class, "ST_Equals",
            Disjoint.class, "ST_Disjoint",
            Touches.class, "ST_Touches",
            Within.class, "ST_Within",
            Overlaps.class, "ST_Overlaps",
            Crosses.class, "ST_Crosses",
            Contains.class, "ST_Contains");

    private static final Map<String, Double> METRES =
            Map.of("m", 1.0, "meters", 1.0, "metres", 1.0, "kilometers", 1000.0);

    private final ExpressionSql expressions;
    private final double metresPerUnit;

    SpatialSql(ExpressionSql expressions, double metresPerUnit) {
        this.expressions = expressions;
        this.metresPerUnit = metresPerUnit;
    }

    SqlPart of(BinarySpatialOperator filter) {
        SqlPart left = geometry(filter.getExpression1());
        SqlPart right = geometry(filter.getExpression2());
        if (filter instanceof DistanceBufferOperator near) {
            SqlPart within = SqlPart.call("ST_DWithin", left, right, SqlPart.of("?", distance(near)));
            return near instanceof DWithin ? within : within.between("(NOT ", ")");
        }
        String function = FUNCTIONS.entrySet().stream()
                .filter(entry -> entry.getKey().isInstance(filter))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> expressions.wrong(filter, "such a predicate is not known"));
        return SqlPart.call(function, left, right);
    }

    private SqlPart geometry(Expression operand) {
        return expressions.as(ValueType.GEOMETRY, operand);
    }

    private double distance(DistanceBufferOperator near) {
        String unit = near.getDistanceUnits().toLowerCase(Locale.ROOT);
        Double metres = METRES.get(unit);
        if (metres == null) {
            throw expressions.wrong(
                    near, "\"" + unit + "\" is no unit of distance here; " + List.copyOf(METRES.keySet()) + " are");
        }
        return near.getDistance() * metres / metresPerUnit;
    }
}
