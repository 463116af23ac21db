import { readWhen, type When } from '../dates';
import { textIn, type Matter } from './matter';

/** When what front matter describes takes place, or the file was written. */
export function matterWhen(matter: Matter): When | undefined {
  const text = textIn(
    matter,
    'event_date',
    'eventdate',
    'start',
    'starts',
    'start_date',
    'startdate',
    'beginning',
    'planned',
    'datetime',
    'when',
    'date',
  );
  if (!text) return undefined;
  const [, day, clock] = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?)?/.exec(text) ?? [];
  const offset = /\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s?([+-]\d\d:?\d\d|Z)\b/.exec(text)?.[1]?.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2') ?? '';
  if (!day) return readWhen(text);
  return { starts: clock && clock !== '00:00' ? `${day}T${clock}${offset}` : day };
}

/** Front matter dates a file; it dates the meeting where it has a time of day, or the file says that it is of an event. */
export function matterTime(matter: Matter, title: string): When | undefined {
  const when = matterWhen(matter);
  if (!when) return undefined;
  const isOfEvent = [
    'event_date',
    'eventdate',
    'start',
    'starts',
    'start_date',
    'beginning',
    'planned',
    'datetime',
    'when',
    'location',
    'venue',
    'talks',
    'speakers',
  ].some((key) => matter.has(key));
  const says = ['layout', 'type', 'category', 'categories', 'template'].map((key) => textIn(matter, key) ?? '').join(' ');
  const month = new RegExp(`\\b${when.starts.slice(0, 4)}\\b`).test(title);
  return when.starts.length > 10 || isOfEvent || /meet-?up|event|meeting/i.test(says) || month ? when : undefined;
}
