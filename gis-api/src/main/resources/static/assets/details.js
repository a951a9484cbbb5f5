/* Tells people what an object of the map is. */
import { codeEntry } from './layers.js';
import { fieldName, inLanguage, word } from './words.js';

/** Told otherwise, or of no use to people. */
const LEFT_OUT = new Set(['geometry', 'version', 'scheme', 'typeWord', 'level', 'parent', 'externalIds', 'predecessors',
  'successors', 'parts', 'details']);

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

/** One line that names a feature, and whether it is a code. */
function titleOf(feature, collection, city) {
  if (collection === 'addresses') {
    return feature.get('code');
  }
  if (collection === 'zones') {
    const entry = codeEntry(city.codeLists, feature);
    return feature.get('code') + (entry ? ' – ' + inLanguage(entry.names) : '');
  }
  const title = feature.get('fullName') ?? feature.get('name') ?? feature.get('linkId') ?? feature.get('nodeId');
  return title ?? String(feature.getId());
}

/** What is said of one property; null if nothing is. */
function valueText(name, value, units, city) {
  if (value === null || value === '' || LEFT_OUT.has(name)) {
    return null;
  }
  if (name === 'kind' || name === 'status') {
    return word(value);
  }
  if (name === 'plan') {
    return city.plans.find((plan) => plan.id === value)?.title ?? value;
  }
  if (name === 'ward') {
    return value.name;
  }
  if (name === 'position') {
    return value.method + (value.accuracy === null ? '' : ` (± ${value.accuracy} m)`);
  }
  return typeof value === 'object' ? null : String(value) + (units[name] ? ' ' + units[name] : '');
}

/** Buildings say more in their details, whose members are plain values. */
function propertiesOf(feature) {
  const details = feature.get('details');
  const plain = Object.entries(details ?? {}).filter(([, value]) => typeof value !== 'object');
  return [...Object.entries(feature.getProperties()), ...plain];
}

function listOf(feature, collection, city) {
  const list = document.createElement('dl');
  const units = city.layers[collection]?.units ?? {};
  const title = titleOf(feature, collection, city);
  for (const [name, value] of propertiesOf(feature)) {
    const text = valueText(name, value, units, city);
    const isSaid = text === title || (collection === 'addresses' && ['kind', 'houseNumber', 'street'].includes(name))
      || (collection === 'zones' && name === 'code');
    if (text !== null && !isSaid) {
      list.append(element('dt', fieldName(name)), element('dd', text, name === 'status' ? { class: value } : {}));
    }
  }
  return list;
}

function linksOf(feature, collection) {
  const links = document.createElement('p');
  if (collection === 'addresses') {
    links.append(element('a', word('page'), { href: '/' + feature.get('code') }), ' · ',
      element('a', word('data'), { href: '/api/v1/addresses/' + feature.get('code') }));
  } else {
    links.append(element('a', word('data'), { href: `/ogc/collections/${collection}/items/${feature.getId()}` }));
  }
  return links;
}

const KIND_WORDS = {
  places: 'wards', zones: 'zones', 'green-spaces': 'greenSpaces', 'drainage-links': 'drainage', 'drainage-nodes': 'drainage',
};

/** Fills the place for details. */
export function showDetails(place, feature, collection, city, close) {
  const header = document.createElement('header');
  const titles = document.createElement('div');
  const layer = city.layers[collection];
  const what = collection === 'addresses' ? word(feature.get('kind'))
    : layer ? inLanguage(layer.titles) : word(KIND_WORDS[collection]);
  titles.append(element('p', what, { class: 'what' }),
    element('h2', titleOf(feature, collection, city), collection === 'addresses' ? { class: 'code' } : {}));
  const button = element('button', '×', { id: 'close', type: 'button', 'aria-label': word('close') });
  button.addEventListener('click', close);
  header.append(titles, button);
  place.replaceChildren(header, listOf(feature, collection, city), linksOf(feature, collection));
  place.hidden = false;
}
