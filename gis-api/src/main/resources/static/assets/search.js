/* Asks for a code or an address as people write it, and says what came of it. */
import { word } from './words.js';

/** What somebody may have pasted: the last part of an address on the web, or the code itself. */
function codeOf(text) {
  const parts = text.trim().split(/[?#]/)[0].split('/').filter((part) => part !== '');
  return parts.at(-1) ?? '';
}

/** Whether it reads like a code. One without digits may be a name; the search knows codes too. */
function looksLikeCode(text) {
  return /^[0-9A-Za-z-.]{7,10}$/.test(text) && /\d/.test(text);
}

/**
 * Looks up what was typed: a code, or else an address or a name.
 *
 * @return its feature as GeoJSON, or what to say: a word and candidates
 */
export async function lookUp(text) {
  const code = codeOf(text);
  if (code === '') {
    return { say: 'noCode', candidates: [] };
  }
  if (looksLikeCode(code)) {
    return lookUpCode(code);
  }
  const found = await suggest(text);
  const isSure = found.length > 0 && found[0].code !== null && found[0].grade !== 'C';
  return isSure ? lookUpCode(found[0].code) : { say: found.length ? 'found' : 'noCode', candidates: found };
}

async function lookUpCode(code) {
  const response = await fetch(`/api/v1/addresses/${encodeURIComponent(code)}?geometry=footprint`);
  const answer = await response.json();
  if (response.ok) {
    return { found: answer };
  }
  if (response.status !== 404) {
    return { say: response.status === 400 ? 'noCode' : 'broken', candidates: [] };
  }
  const candidates = answer.candidates ?? [];
  return { say: candidates.length ? 'candidates' : 'noCode', candidates };
}

/** What may be meant by what is being typed, the best first. */
export async function suggest(text) {
  const response = await fetch('/api/v1/search?limit=8&q=' + encodeURIComponent(text.trim()));
  if (!response.ok) {
    return [];
  }
  const answer = await response.json();
  return answer.features.map((feature) => ({
    code: feature.properties.kind === 'place' ? null : feature.properties.code ?? null,
    address: [feature.properties.name, feature.properties.address]
      .filter((part, i) => part && (i === 1 || !feature.properties.address.includes(part))).join(', '),
    status: feature.properties.status ?? 'current',
    grade: feature.properties.match.grade,
    position: feature.geometry?.coordinates ?? null,
  }));
}

function candidateItem(candidate, choose, goTo) {
  const link = document.createElement('a');
  const status = candidate.status === 'current' ? '' : ` (${word(candidate.status)})`;
  const item = document.createElement('li');
  if (candidate.code) {
    link.href = '/?code=' + candidate.code;
    link.textContent = candidate.code;
    item.append(link, candidate.address + status);
  } else {
    link.href = '#map';
    link.textContent = candidate.address;
    item.append(link);
  }
  link.addEventListener('click', (event) => {
    event.preventDefault();
    if (candidate.code) {
      choose(candidate.code);
    } else if (candidate.position) {
      goTo(candidate.position);
    }
  });
  return item;
}

/** Says below the box why nothing was found, with the codes that may have been meant. */
export function showAnswer(place, answer, choose, goTo) {
  const sentence = document.createElement('p');
  sentence.textContent = word(answer.say);
  const list = document.createElement('ul');
  list.append(...answer.candidates.map((candidate) => candidateItem(candidate, choose, goTo)));
  place.replaceChildren(sentence, ...(answer.candidates.length ? [list] : []));
}
