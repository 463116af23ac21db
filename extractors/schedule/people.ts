import { looksLikeName, readSpeakers } from '../names';

/** Several people: "Ana Lima & Bo Chen". */
export function isNames(text: string): boolean {
  if (text.length > 160 || !/[,;&、，/]|\s(?:and|und|et|y|e|och|with)\s/iu.test(text)) return false;
  const people = readSpeakers(text);
  return people.length > 1 && people.filter(({ name }) => looksLikeName(name)).length >= people.length * 0.75;
}

const WITH_PLACE = /^([^,;(（|]{4,40}?)(?:\s?,\s|\s[(（])(\p{Lu}[^,;]{1,60}?)[)）]?$/u;

/** One person and where they work: "Ana Lima, Acme Inc" or "Ana Lima (Acme)". */
function isNameWithPlace(text: string): boolean {
  const [, name, place] = text.length <= 100 ? (WITH_PLACE.exec(text) ?? []) : [];
  return name !== undefined && place !== undefined && looksLikeName(name) && place.split(/\s+/).length <= 6;
}

/** Whether a text names one person or several, with where they work at most, and says nothing else. */
export function isPeople(text: string): boolean {
  return looksLikeName(text) || isNames(text) || isNameWithPlace(text);
}
