/* Asks for a code as people write it, and says what came of it. */
import { word } from './words.js';

/** What somebody may have pasted: the last part of an address on the web, or the code itself. */
function codeOf(text) {
  const parts = text.trim().split(/[?#]/)[0].split('/').filter((part) => part !== '');
  return parts.at(-1) ?? '';
}

/**
 * Looks a code up.
 *
 * @return its feature as GeoJSON, or what to say: a word and candidates
 */
export async function lookUp(text) {
  const code = codeOf(text);
  if (code === '') {
    return { say: 'noCode', candidates: [] };
  }
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

function candidateItem(candidate, choose) {
  const link = document.createElement('a');
  link.href = '/?code=' + candidate.code;
  link.textContent = candidate.code;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    choose(candidate.code);
  });
  const item = document.createElement('li');
  const status = candidate.status === 'current' ? '' : ` (${word(candidate.status)})`;
  item.append(link, candidate.address + status);
  return item;
}

/** Says below the box why nothing was found, with the codes that may have been meant. */
export function showAnswer(place, answer, choose) {
  const sentence = document.createElement('p');
  sentence.textContent = word(answer.say);
  const list = document.createElement('ul');
  list.append(...answer.candidates.map((candidate) => candidateItem(candidate, choose)));
  place.replaceChildren(sentence, ...(answer.candidates.length ? [list] : []));
}
