-- Vietnam's reference systems (VN-2000) as the registry needs them, in PostGIS's own table of reference systems.
--
-- Two things are mended. EPSG:9205-9218 (the three-degree zones by province) are missing in older PostGIS. And where
-- PROJ is left to choose, it changes the datum transform at the edge of a box over the Mekong delta, from EPSG:6960 to
-- EPSG:5194, which makes a step of 0.8 m. A definition that carries its own seven parameters leaves no choice; for that
-- its authority must not read EPSG.
--
-- This runs before every migration, not once: pg_dump leaves out the rows of spatial_ref_sys that PostGIS brings along,
-- and so a restored database would lose these.
--
-- Source: EPSG data set, operations 6960 (coordinate frame rotation; TOWGS84 is position vector, so the three rotations
-- have the opposite sign here) and the definitions of the systems named below.

WITH
-- One row per map projection: Transverse Mercator on the equator, no false northing.
zone (srid, name, central_meridian, scale) AS (
    VALUES
        (3405, 'VN-2000 / UTM zone 48N', 105, 0.9996),
        (3406, 'VN-2000 / UTM zone 49N', 111, 0.9996),
        (5896, 'VN-2000 / TM-3 zone 481', 102, 0.9999),
        (5897, 'VN-2000 / TM-3 zone 482', 105, 0.9999),
        (5898, 'VN-2000 / TM-3 zone 491', 108, 0.9999),
        (5899, 'VN-2000 / TM-3 107-45', 107.75, 0.9999),
        (9205, 'VN-2000 / TM-3 103-00', 103, 0.9999),
        (9206, 'VN-2000 / TM-3 104-00', 104, 0.9999),
        (9207, 'VN-2000 / TM-3 104-30', 104.5, 0.9999),
        (9208, 'VN-2000 / TM-3 104-45', 104.75, 0.9999),
        (9209, 'VN-2000 / TM-3 105-30', 105.5, 0.9999),
        (9210, 'VN-2000 / TM-3 105-45', 105.75, 0.9999),
        (9211, 'VN-2000 / TM-3 106-00', 106, 0.9999),
        (9212, 'VN-2000 / TM-3 106-15', 106.25, 0.9999),
        (9213, 'VN-2000 / TM-3 106-30', 106.5, 0.9999),
        (9214, 'VN-2000 / TM-3 107-00', 107, 0.9999),
        (9215, 'VN-2000 / TM-3 107-15', 107.25, 0.9999),
        (9216, 'VN-2000 / TM-3 107-30', 107.5, 0.9999),
        (9217, 'VN-2000 / TM-3 108-15', 108.25, 0.9999),
        (9218, 'VN-2000 / TM-3 108-30', 108.5, 0.9999)
),
-- Metres, arc seconds, parts per million.
datum_shift (parameters) AS (
    VALUES ('-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278')
),
geographic (wkt, proj) AS (
    SELECT
        'GEOGCS["VN-2000",DATUM["Vietnam_2000",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],'
            || 'TOWGS84[' || parameters || '],AUTHORITY["EPSG","6756"]],'
            || 'PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],'
            || 'UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4756"]]',
        '+ellps=WGS84 +towgs84=' || parameters
    FROM datum_shift
),
definition (srid, wkt, proj) AS (
    SELECT 4756, wkt, '+proj=longlat ' || proj || ' +no_defs'
    FROM geographic
    UNION ALL
    SELECT
        srid,
        format(
            'PROJCS["%s",%s,PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],'
                || 'PARAMETER["central_meridian",%s],PARAMETER["scale_factor",%s],PARAMETER["false_easting",500000],'
                || 'PARAMETER["false_northing",0],UNIT["metre",1,AUTHORITY["EPSG","9001"]],'
                || 'AXIS["Easting",EAST],AXIS["Northing",NORTH],AUTHORITY["EPSG","%s"]]',
            name, wkt, central_meridian, scale, srid
        ),
        format(
            '+proj=tmerc +lat_0=0 +lon_0=%s +k=%s +x_0=500000 +y_0=0 %s +units=m +no_defs',
            central_meridian, scale, proj
        )
    FROM zone, geographic
)
INSERT INTO public.spatial_ref_sys AS existing (srid, auth_name, auth_srid, srtext, proj4text)
SELECT srid, 'DIACHI', srid, wkt, proj
FROM definition
ON CONFLICT (srid) DO UPDATE
SET auth_name = excluded.auth_name,
    auth_srid = excluded.auth_srid,
    srtext = excluded.srtext,
    proj4text = excluded.proj4text
-- Someone may have pinned the same transform already, under a name of their own.
WHERE existing.auth_name = 'EPSG' OR existing.srtext NOT LIKE '%' || (SELECT parameters FROM datum_shift) || '%';
