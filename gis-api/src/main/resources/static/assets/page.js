/* The start page: a map of the city, a search for codes, and what an object says of itself. */
import { showDetails } from './details.js';
import { cutOff, readFeature, relieve } from './features.js';
import { CHOSEN, makeLayers, showDay, showPlan, ZOOM_OF_BUILDINGS, ZOOM_OF_ZONES } from './layers.js';
import { showLegend, showPlans, showToggles } from './legend.js';
import { lookUp, showAnswer, suggest } from './search.js';
import { currentLanguage, firstLanguage, inLanguage, keepLanguage, speak, spokenOf, word } from './words.js';

const CLOSE_ZOOM = 18;
const MOST_ZOOM = 20;
const CLICK_PIXELS = 4;
const MILLISECONDS_OF_FLIGHT = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 500;
const MILLISECONDS_BETWEEN_LETTERS = 150;

const place = (id) => document.getElementById(id);

const city = await (await fetch('/web/city.json')).json();
const state = { chosen: null, answer: null, failed: false };

const layers = makeLayers(city, onFailure);
const chosenSource = new ol.source.Vector();
const bounds = ol.proj.transformExtent(city.extent, 'EPSG:4326', 'EPSG:3857');
const map = makeMap();

function makeMap() {
  const made = new ol.Map({
    target: 'map',
    layers: [...Object.values(layers).flat(), new ol.layer.Vector({ source: chosenSource, style: CHOSEN, zIndex: 9 })],
    controls: [new ol.control.Zoom(), new ol.control.ScaleLine()],
    view: new ol.View({ maxZoom: MOST_ZOOM, constrainOnlyCenter: true, showFullExtent: true }),
  });
  made.getView().fit(bounds, { padding: [30, 30, 30, 30] });
  return made;
}

/* What is chosen */

function choose(feature, collection) {
  state.chosen = { feature, collection };
  chosenSource.clear(true);
  chosenSource.addFeature(new ol.Feature(feature.getGeometry()));
  showDetails(place('details'), feature, collection, city, unchoose);
}

function unchoose() {
  state.chosen = null;
  chosenSource.clear(true);
  place('details').hidden = true;
  place('details').replaceChildren();
}

/** The topmost feature at a pixel; true if there is one. */
function chooseAt(pixel) {
  return map.forEachFeatureAtPixel(pixel, (feature, layer) => {
    choose(feature, layer.get('collection'));
    return true;
  }, { hitTolerance: CLICK_PIXELS, layerFilter: (layer) => layer.get('collection') !== undefined }) === true;
}

/* Search */

async function search(text) {
  try {
    const answer = await lookUp(text);
    state.answer = answer.found ? null : answer;
    if (answer.found) {
      goTo(readFeature(answer.found));
    }
  } catch {
    // The service is gone or is no service; the page says so.
    state.answer = { say: 'broken', candidates: [] };
  }
  showSearchAnswer();
}

function showSearchAnswer() {
  if (state.answer) {
    showAnswer(place('answer'), state.answer, searchFor, flyTo);
  } else {
    place('answer').replaceChildren();
  }
}

function searchFor(code) {
  place('code').value = code;
  search(code);
}

/** Shows what may be meant while somebody types, but not what was meant by what has been typed since. */
async function suggestFor(text) {
  const found = text.trim() === '' ? [] : await suggest(text).catch(() => []);
  if (place('code').value === text) {
    state.answer = found.length ? { say: 'found', candidates: found } : null;
    showSearchAnswer();
  }
}

function flyTo(position) {
  map.getView().animate({ center: ol.proj.fromLonLat(position), zoom: ZOOM_OF_BUILDINGS + 1, duration: MILLISECONDS_OF_FLIGHT });
}

function goTo(feature) {
  const code = feature.get('code');
  place('code').value = code;
  history.replaceState(null, '', '/?code=' + code);
  choose(feature, 'addresses');
  place('map').dataset.drawn = 'false';
  const around = ol.extent.buffer(feature.getGeometry().getExtent(), 20);
  map.getView().fit(around, { maxZoom: CLOSE_ZOOM, duration: MILLISECONDS_OF_FLIGHT });
}

/* What is said about the map */

function hintWord() {
  const zoom = map.getView().getZoom();
  if (state.failed) {
    return 'failed';
  }
  if (zoom <= ZOOM_OF_ZONES) {
    return 'zoomForZones';
  }
  if (zoom <= ZOOM_OF_BUILDINGS) {
    return 'zoomForBuildings';
  }
  return isCutOff() ? 'notAll' : null;
}

/** Whether something in sight has more features than were loaded. */
function isCutOff() {
  const sight = map.getView().calculateExtent();
  return Object.values(layers).flat().some((layer) => layer.isVisible()
    && cutOff(layer.getSource()).some((extent) => ol.extent.intersects(extent, sight)));
}

function onFailure() {
  state.failed = true;
  showHint();
}

function showHint(key = hintWord()) {
  place('hint').hidden = key === null;
  place('hint').textContent = key === null ? '' : word(key);
}

function showUses() {
  const zones = layers.zones[0];
  const isDrawn = zones.getVisible() && map.getView().getZoom() > ZOOM_OF_ZONES;
  const inSight = isDrawn ? zones.getSource().getFeaturesInExtent(map.getView().calculateExtent()) : [];
  showLegend(place('legend'), place('legend-title'), inSight, city);
}

function showLanguage(language) {
  speak(language);
  document.title = `${inLanguage(city.names)} – Diachi`;
  place('city').textContent = inLanguage(city.names);
  place('notice').textContent = city.invented ? word('sample') : '';
  place('map').setAttribute('aria-label', word('map'));
  map.getControls().forEach((control) => {
    const [zoomIn, zoomOut] = control.element.querySelectorAll('button');
    if (zoomOut) {
      zoomIn.title = word('zoomIn');
      zoomOut.title = word('zoomOut');
    }
  });
  showToggles(place('toggles'), layers);
  showHint();
  showUses();
  showSearchAnswer();
  if (state.chosen) {
    choose(state.chosen.feature, state.chosen.collection);
  }
  place('languages').querySelectorAll('button').forEach((button) => {
    button.setAttribute('aria-pressed', String(button.lang === currentLanguage()));
  });
}

function addLanguageButtons(spoken) {
  place('languages').append(...(spoken.length < 2 ? [] : spoken).map((language) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.lang = language;
    button.textContent = word('language', language);
    button.addEventListener('click', () => {
      showLanguage(language);
      keepLanguage();
    });
    return button;
  }));
}

/* Events */

map.on('loadstart', () => {
  place('map').dataset.drawn = 'false';
});
map.on('movestart', () => {
  place('map').dataset.drawn = 'false';
  state.failed = false;
});
map.on('moveend', () => Object.values(layers).flat().forEach((layer) => relieve(layer.getSource())));
map.on('rendercomplete', () => {
  if (!map.getView().getAnimating()) {
    place('map').dataset.drawn = 'true';
    showUses();
    showHint();
  }
});
map.on('singleclick', (event) => {
  if (!chooseAt(event.pixel)) {
    unchoose();
  }
});
place('map').addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && event.target === place('map')) {
    const [width, height] = map.getSize();
    if (!chooseAt([width / 2, height / 2])) {
      showHint('nothingHere');
    }
  }
});
let typing = 0;
place('code').addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(suggestFor, MILLISECONDS_BETWEEN_LETTERS, place('code').value);
});
place('search').addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(typing);
  search(place('code').value);
});

const spoken = spokenOf(city.languages);
addLanguageButtons(spoken);
showPlans(city, (plan) => showPlan(layers, plan, place('day').value, onFailure));
place('day').addEventListener('change', (event) => {
  unchoose();
  showDay(layers, event.target.value, onFailure);
});
showLanguage(firstLanguage(spoken));

const wanted = new URLSearchParams(location.search).get('code');
if (wanted) {
  searchFor(wanted);
}
