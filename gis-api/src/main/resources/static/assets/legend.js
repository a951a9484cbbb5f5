/* The controls beside the map: which layers, which plan, and what the colours mean. */
import { codeEntry, colourOf } from './layers.js';
import { inLanguage, word } from './words.js';

const MOST_ENTRIES = 16;
const SVG = 'http://www.w3.org/2000/svg';

/** A check box for each layer. */
export function showToggles(place, layers) {
  place.replaceChildren(...Object.entries(layers).reverse().map(([name, parts]) => {
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.checked = parts[0].getVisible();
    box.addEventListener('change', () => parts.forEach((part) => part.setVisible(box.checked)));
    const label = document.createElement('label');
    label.append(box, word(name));
    return label;
  }));
}

/** A choice between plans, if there are several. */
export function showPlans(city, choose) {
  const select = document.getElementById('plan');
  select.replaceChildren(...city.plans.map((plan) => new Option(plan.title, plan.id)));
  select.addEventListener('change', () => choose(select.value));
  document.getElementById('plans').hidden = city.plans.length < 2;
}

/** A patch of colour, drawn as an attribute because style attributes are not allowed to the page. */
function patch(color) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('aria-hidden', 'true');
  const rect = document.createElementNS(SVG, 'rect');
  Object.entries({ width: '100%', height: '100%', rx: 2, fill: color, stroke: '#00000050' })
    .forEach(([name, value]) => rect.setAttribute(name, value));
  svg.append(rect);
  return svg;
}

/** The land uses in sight, the most frequent first. */
export function showLegend(place, title, zones, city) {
  const uses = new Map();
  zones.forEach((zone) => {
    const use = uses.get(zone.get('code')) ?? { zone, count: 0 };
    uses.set(zone.get('code'), { zone: use.zone, count: use.count + 1 });
  });
  const sorted = [...uses.values()].sort((a, b) => b.count - a.count).slice(0, MOST_ENTRIES);
  place.replaceChildren(...sorted.map(({ zone }) => {
    const entry = codeEntry(city.codeLists, zone);
    const item = document.createElement('li');
    item.append(patch(colourOf(city.codeLists, zone)),
      zone.get('code') + (entry ? ' – ' + inLanguage(entry.names) : ''));
    return item;
  }));
  title.hidden = sorted.length === 0;
}
