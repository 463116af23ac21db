import { isMatter, textIn, type Matter } from './matter';

/** The place that front matter names. */
export function matterPlace(matter: Matter): string | undefined {
  const keys = ['location', 'venue', 'place', 'where', 'address', 'lieu', 'ort', 'room'];
  const named = keys.map((key) => matter.get(key)).find((value) => isMatter(value));
  const text = textIn(matter, ...keys) ?? (isMatter(named) ? textIn(named, 'name', 'title', 'address') : undefined);
  return text && !/^https?:/.test(text) ? text : undefined;
}
