/* Loads features from the public endpoints, tile by tile of a grid; a tile is loaded once. */
/** How many features one request may answer. */
export const PAGE_SIZE = 2000;
const MOST_PAGES = 4;
/** So many features are kept of a layer before those out of sight are let go. */
const MOST_FEATURES = 40000;
const WEB_MERCATOR = 'EPSG:3857';
const TILE_PIXELS = 256;
const CUT_OFF = 'cutOff';

const format = new ol.format.GeoJSON({ dataProjection: 'EPSG:4326', featureProjection: WEB_MERCATOR });

/** Reads GeoJSON in CRS84 for the map. */
export function readFeature(json) {
  return format.readFeature(json);
}

/** The path of the next page; its host is ours, whatever name a proxy calls us by. */
function nextOf(collection) {
  const link = collection.links.find((each) => each.rel === 'next');
  if (!link) {
    return null;
  }
  const url = new URL(link.href, location.href);
  return url.pathname + url.search;
}

/** Hands over page after page; true if all were fetched, false if there are more than the map can bear. */
async function fetchPages(path, take) {
  let next = path;
  for (let page = 0; next && page < MOST_PAGES; page++) {
    const response = await fetch(next, { headers: { Accept: 'application/geo+json' } });
    if (!response.ok) {
      throw new Error(`${next} answered ${response.status}`);
    }
    const collection = await response.json();
    take(format.readFeatures(collection));
    next = nextOf(collection);
  }
  return next === null;
}

/** A grid of one level: the tiles of Web Mercator at that zoom. */
function gridOf(zoom) {
  const world = ol.proj.get(WEB_MERCATOR).getExtent();
  const resolution = (world[2] - world[0]) / TILE_PIXELS / 2 ** zoom;
  return new ol.tilegrid.TileGrid({ extent: world, resolutions: [resolution], tileSize: TILE_PIXELS });
}

/**
 * A source that loads what is in sight.
 *
 * @param path of the endpoint with its fixed parameters; empty while there is nothing to ask for
 * @param tileZoom the zoom whose tiles are the portions; null for all at once
 * @param onFailure called when a portion could not be loaded
 */
export function loadingSource(path, tileZoom, onFailure) {
  let underway = 0;
  const source = new ol.source.Vector({
    strategy: tileZoom === null ? ol.loadingstrategy.all : ol.loadingstrategy.tile(gridOf(tileZoom)),
    loader: (extent, resolution, projection, success, failure) => {
      underway += 1;
      load(source, path, tileZoom === null ? null : extent).then(success, () => {
        source.removeLoadedExtent(extent);
        onFailure();
        failure();
      }).finally(() => {
        // OpenLayers finds out whether a source is loading only while its layer is in range: of one that was zoomed away
        // from it would hold for ever that it is, and never that the map is complete.
        underway -= 1;
        source.loading = underway > 0;
      });
    },
  });
  return source;
}

async function load(source, path, extent) {
  const taken = [];
  const isComplete = await fetchPages(path + (extent ? '&bbox=' + boxOf(extent) : ''), (features) => {
    source.addFeatures(features);
    taken.push(...features);
  });
  if (!isComplete) {
    source.set(CUT_OFF, [...cutOff(source), extent ?? ol.proj.get(WEB_MERCATOR).getExtent()]);
  }
  return taken;
}

/** The portions that have more features than were loaded. */
export function cutOff(source) {
  return source.get(CUT_OFF) ?? [];
}

function boxOf(extent) {
  return ol.proj.transformExtent(extent, WEB_MERCATOR, 'EPSG:4326').map((degrees) => degrees.toFixed(6)).join(',');
}

/** Lets all go if there are too many; what is in sight is loaded again. */
export function relieve(source) {
  if (source instanceof ol.source.Vector && source.getFeatures().length > MOST_FEATURES) {
    source.set(CUT_OFF, []);
    source.refresh();
  }
}
