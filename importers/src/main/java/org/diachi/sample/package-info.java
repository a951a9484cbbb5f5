/**
 * An invented city at any scale: wards, streets, buildings, businesses, public spaces, zoning, green spaces and drainage,
 * written to the formats that real cities send.
 *
 * <p>The same area, scale and seed give the same bytes on every machine. Features are made and written one quarter (about
 * 230 by 250 metres) after the other; what stays in memory is a few dozen bytes for every quarter, whatever it contains.
 * Levels and lengths are in metres, diameters in millimetres, coverage in percent of the plot.
 *
 * <table>
 *   <caption>Files and fields</caption>
 *   <tr><th>file</th><th>table, CRS</th><th>fields</th></tr>
 *   <tr><td>{@code wards.geojson}</td><td>longitude, latitude</td><td>{@code code name type}</td></tr>
 *   <tr><td>{@code buildings.gpkg}</td><td>{@code buildings}, CRS of the city</td><td>{@code id house_number street alley
 *       ward_code storeys use built_year}; {@code house_number} is the path from the street inwards ({@code 12/34/5}),
 *       {@code alley} the first alley on the way or empty</td></tr>
 *   <tr><td>{@code businesses.csv}</td><td>columns {@code lon lat}</td><td>{@code id building_id name category
 *       opened}</td></tr>
 *   <tr><td>{@code public-spaces.geojsonl}</td><td>longitude, latitude</td><td>{@code id name type ward_code}; {@code
 *       type} is {@code park}, {@code square} or {@code market}</td></tr>
 *   <tr><td>{@code zones.fgb}</td><td>CRS of the city</td><td>{@code id plan_id plan_title land_use decision_number
 *       decision_date valid_from floor_area_ratio max_coverage max_storeys}</td></tr>
 *   <tr><td>{@code green-spaces.gpkg}</td><td>{@code green_spaces}, CRS of the city</td><td>{@code id type access manager
 *       planted_year}; {@code access} is {@code public}, {@code limited} or {@code special}</td></tr>
 *   <tr><td>{@code drainage.gpkg}</td><td>{@code nodes}, CRS of the city</td><td>{@code id kind ground_level
 *       invert_level}; {@code kind} is {@code manhole}, {@code inlet} or {@code outfall}</td></tr>
 *   <tr><td></td><td>{@code links}, CRS of the city</td><td>{@code id from_node to_node kind shape diameter material
 *       upstream_invert downstream_invert length built_year}; {@code kind} is {@code pipe}, {@code culvert} or {@code
 *       channel}, {@code shape} is {@code circular}, {@code box} or {@code open}, and {@code diameter} of the latter two
 *       is the width</td></tr>
 *   <tr><td>{@code heritage-belts.geojson}, {@code flood-lines.geojson}</td><td>longitude, latitude</td><td>{@code
 *       id}</td></tr>
 *   <tr><td>{@code building-sites.geojson}</td><td>longitude, latitude</td><td>{@code id}; buildings where none may
 *       stand</td></tr>
 *   <tr><td>{@code seeded-conflicts.csv}</td><td>columns {@code lon lat}</td><td>{@code id rule left right area}; all
 *       twenty conflicts that the city has by the rules of its profile, with the ids of both sides and the square metres
 *       that they share</td></tr>
 * </table>
 */
@NullMarked
package org.diachi.sample;

import org.jspecify.annotations.NullMarked;
