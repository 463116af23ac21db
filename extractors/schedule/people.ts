import { looksLikeName, readSpeakers } from '../names';

/** Several people: "Ana Lima & Bo Chen". */
export function isNames(text: string): boolean {
  if (text.length > 160 || !/[,;&、，/]|\s(?:and|und|et|y|e|och|with)\s/iu.test(text)) return false;
  const people = readSpeakers(text);
  return people.length > 1 && people.filter(({ name }) => looksLikeName(name)).length >= people.length * 0.75;
}

/** Whether a text names one person or several and says nothing else. */
export function isPeople(text: string): boolean {
  return looksLikeName(text) || isNames(text);
}
