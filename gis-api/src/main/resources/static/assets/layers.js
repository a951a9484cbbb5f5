/* The layers of the map: what each loads, from which zoom on, and how it looks. */
import { loadingSource, PAGE_SIZE } from './features.js';

const FONT = 'system-ui, "Noto Sans", "DejaVu Sans", sans-serif';
const UNKNOWN_USE = '#c9c9c4';

/** From here on land use and green spaces are drawn. */
export const ZOOM_OF_ZONES = 12;
const ZOOM_OF_DRAINS = 14.5;
/** From here on buildings are drawn. */
export const ZOOM_OF_BUILDINGS = 16;
const ZOOM_OF_NODES = 17.5;
const ZOOM_OF_LABELS = 17.8;

const fill = (color) => new ol.style.Fill({ color });
const stroke = (color, width, lineDash) => new ol.style.Stroke({ color, width, lineDash });

function label(text, color, size, more) {
  return new ol.style.Text({
    text, font: `${size}px ${FONT}`, fill: fill(color), stroke: stroke('#ffffffd0', 3), overflow: true, ...more,
  });
}

function zoomOf(resolution) {
  return Math.log2(156543.03392804097 / resolution);
}

function wardStyle(feature, resolution) {
  const isClose = zoomOf(resolution) > ZOOM_OF_LABELS;
  return new ol.style.Style({
    // Not quite nothing, so that a click within a ward finds it.
    fill: fill('#ffffff05'),
    stroke: stroke('#5d4a66', isClose ? 2.2 : 1.6, [7, 4]),
    text: isClose ? undefined : label(feature.get('name') ?? '', '#44344c', 14, { placement: 'point' }),
  });
}

/** Zones in the colours of the city's code lists. */
function zoneStyler(codeLists) {
  const styles = new Map();
  return (feature, resolution) => {
    // Paler below buildings, which are to be seen.
    const color = colourOf(codeLists, feature) + (zoomOf(resolution) > ZOOM_OF_BUILDINGS ? '58' : '90');
    if (!styles.has(color)) {
      styles.set(color, new ol.style.Style({ fill: fill(color), stroke: stroke('#ffffffb0', 0.8) }));
    }
    return styles.get(color);
  };
}

/** The entry of a zone's code in its scheme. */
export function codeEntry(codeLists, zone) {
  return codeLists[zone.get('scheme')]?.find((entry) => entry.code === zone.get('code'));
}

export function colourOf(codeLists, zone) {
  return codeEntry(codeLists, zone)?.colour ?? UNKNOWN_USE;
}

const GREEN = new ol.style.Style({ fill: fill('#4f9a5190'), stroke: stroke('#2f6f3a', 1.2) });

const DRAIN = [
  new ol.style.Style({ stroke: stroke('#ffffffb0', 4) }),
  new ol.style.Style({ stroke: stroke('#2a6fb5', 1.8) }),
];

const NODE = new ol.style.Style({
  image: new ol.style.Circle({ radius: 3, fill: fill('#fff'), stroke: stroke('#2a6fb5', 1.5) }),
});

const KINDS = {
  building: { outline: ['#d8cfc4', '#8a7d70'], dot: '#7d7064' },
  business: { outline: ['#f2c48c', '#b06a12'], dot: '#c96f0a' },
  publicSpace: { outline: ['#b9dba0a0', '#56803a'], dot: '#4c7d33' },
};

function addressStyle(feature, resolution) {
  const kind = KINDS[feature.get('kind')];
  const isPoint = feature.getGeometry().getType() === 'Point';
  const text = zoomOf(resolution) > ZOOM_OF_LABELS ? feature.get('name') ?? feature.get('houseNumber') : null;
  return new ol.style.Style({
    fill: fill(kind.outline[0]),
    stroke: stroke(kind.outline[1], 1),
    image: isPoint
      ? new ol.style.Circle({ radius: 4.5, declutterMode: 'none', fill: fill(kind.dot), stroke: stroke('#fff', 1.5) })
      : undefined,
    text: text ? label(text, '#3c342c', 12, { offsetY: isPoint ? -12 : 0 }) : undefined,
  });
}

export const CHOSEN = [
  new ol.style.Style({
    fill: fill('#ffffff40'),
    stroke: stroke('#ffffff', 7),
    image: new ol.style.Circle({ radius: 11, stroke: stroke('#ffffff', 6) }),
  }),
  new ol.style.Style({
    stroke: stroke('#c0321a', 3),
    image: new ol.style.Circle({ radius: 11, stroke: stroke('#c0321a', 3), fill: fill('#ffffff40') }),
  }),
];

const items = (collection, more = '') => `/ogc/collections/${collection}/items?limit=${PAGE_SIZE}${more}`;

const zonesOf = (plan) => items('zones', plan ? '&plan=' + encodeURIComponent(plan) : '');

/** A layer as the service draws it, for zooms at which there is too much to be loaded. */
const drawn = (collection, zIndex) => new ol.layer.Tile({
  source: new ol.source.TileWMS({
    url: '/wms', params: { LAYERS: collection, VERSION: '1.3.0', FORMAT: 'image/png', TRANSPARENT: 'TRUE' }, hidpi: false,
  }),
  maxZoom: ZOOM_OF_ZONES, opacity: 0.6, zIndex,
});

/** The layers by the word that names them, from the ground up. */
export function makeLayers(city, onFailure) {
  const layer = (collection, path, tileZoom, options) => new ol.layer.Vector({
    source: loadingSource(path, tileZoom, onFailure),
    properties: { collection, path, tileZoom },
    updateWhileAnimating: false,
    ...options,
  });
  return {
    zones: [layer('zones', zonesOf(city.plans[0]?.id), 13, {
      minZoom: ZOOM_OF_ZONES, zIndex: 1, style: zoneStyler(city.codeLists),
    }), drawn('zones', 1)],
    greenSpaces: [layer('green-spaces', items('green-spaces'), 13, {
      minZoom: ZOOM_OF_ZONES, zIndex: 2, style: GREEN,
    }), drawn('green-spaces', 2)],
    drainage: [
      layer('drainage-links', items('drainage-links'), 15, { minZoom: ZOOM_OF_DRAINS, zIndex: 3, style: DRAIN }),
      layer('drainage-nodes', items('drainage-nodes'), 16, { minZoom: ZOOM_OF_NODES, zIndex: 6, style: NODE }),
    ],
    addresses: [layer('addresses', `/api/v1/addresses?geometry=footprint&limit=${PAGE_SIZE}`, 16, {
      minZoom: ZOOM_OF_BUILDINGS, zIndex: 5, style: addressStyle, renderOrder: pointsLast, declutter: true,
    })],
    wards: [layer('places', items('places', '&level=ward'), null, { zIndex: 4, style: wardStyle, declutter: true })],
  };
}

/** Points lie on top of outlines, and small outlines need not be seen through great ones. */
function pointsLast(a, b) {
  return rank(a) - rank(b);
}

function rank(feature) {
  if (feature.getGeometry().getType() === 'Point') {
    return 2;
  }
  return feature.get('kind') === 'publicSpace' ? 0 : 1;
}

/** Shows the zones of another plan. */
export function showPlan(layers, plan, day, onFailure) {
  layers.zones[0].set('path', zonesOf(plan));
  reload(layers.zones[0], day, onFailure);
}

/** Shows the state of a day; of today if it is empty. */
export function showDay(layers, day, onFailure) {
  Object.values(layers).flat().forEach((layer) => reload(layer, day, onFailure));
}

function reload(layer, day, onFailure) {
  const source = layer.getSource();
  if (source instanceof ol.source.TileWMS) {
    source.updateParams({ TIME: day || 'current' });
  } else {
    const path = layer.get('path') + (day ? '&asOf=' + day : '');
    layer.setSource(loadingSource(path, layer.get('tileZoom'), onFailure));
  }
}
