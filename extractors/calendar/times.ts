/** Date and time values of iCalendar: what the file says, with offset where it says one and the IANA zone where it names one. */
import type { Component, Property } from './lines';
import { ianaOffset, ianaZone } from './iana';
import { offsetIn } from './vtimezone';

export interface Times {
  starts?: string;
  ends?: string;
  zone?: string;
}

/**
 * @param event a VEVENT
 * @param zones the calendar's VTIMEZONE components by TZID
 */
export function timesOf(event: Component, zones: ReadonlyMap<string, Component>): Times {
  const start = event.properties.find(({ name }) => name === 'DTSTART');
  const end = event.properties.find(({ name }) => name === 'DTEND');
  const starts = start && timeOf(start, zones);
  if (!start || !starts) return {};
  const ends = (end && endOf(end, zones)) ?? afterDuration(event, start, zones);
  const zone = ianaZone(start.params.get('TZID'));
  return { starts, ...(ends && ends > starts.slice(0, ends.length) && { ends }), ...(zone && starts.length > 10 && { zone }) };
}

/** A whole-day event ends before the day named (3.6.1). */
function endOf(end: Property, zones: ReadonlyMap<string, Component>): string | undefined {
  const time = timeOf(end, zones);
  return time?.length === 10 ? moved(time, -86_400) : time;
}

function timeOf({ value, params }: Property, zones: ReadonlyMap<string, Component>): string | undefined {
  const local = localTime(value.trim());
  if (!local || local.length === 10) return local;
  if (/Z$/i.test(value.trim())) return `${local}Z`;
  return local + offsetOf(local, params.get('TZID'), zones);
}

/** `+02:00`, or nothing for a floating time or a zone the file does not explain. */
function offsetOf(local: string, tzid: string | undefined, zones: ReadonlyMap<string, Component>): string {
  if (!tzid) return '';
  const zone = ianaZone(tzid);
  const rules = zones.get(tzid);
  const known = zone ? ianaOffset(zone, local) : undefined;
  const seconds = known ?? (rules ? offsetIn(rules, local) : undefined);
  if (seconds === undefined) return '';
  const minutes = Math.round(Math.abs(seconds) / 60);
  return `${seconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** `20230729T144000` -> `2023-07-29T14:40`; a date stays a date. Undefined for a day that does not exist. */
function localTime(value: string): string | undefined {
  const [, year, month, day, hour, minute, second = '00'] = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)?Z?)?$/i.exec(value) ?? [];
  if (!year || !month || !day) return undefined;
  const date = `${year}-${month}-${day}`;
  const at = new Date(`${date}T${hour ?? '00'}:${minute ?? '00'}:${second}Z`);
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== date) return undefined;
  return hour ? `${date}T${hour}:${minute}${second === '00' ? '' : `:${second}`}` : date;
}

function afterDuration(event: Component, start: Property, zones: ReadonlyMap<string, Component>): string | undefined {
  const duration = event.properties.find(({ name }) => name === 'DURATION')?.value.trim() ?? '';
  const [whole, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] =
    /^\+?P(?:(\d{1,3})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?$/.exec(duration) ?? [];
  const local = localTime(start.value.trim());
  if (!whole || !local) return undefined;
  const length = Number(weeks) * 604_800 + Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  if (local.length === 10) return length > 86_400 ? moved(local, length - 86_400) : undefined;
  const ends = moved(local, length);
  return ends + (/Z$/i.test(start.value.trim()) ? 'Z' : offsetOf(ends, start.params.get('TZID'), zones));
}

/** The wall clock so many seconds later, in the same form. */
function moved(local: string, seconds: number): string {
  const at = new Date(`${local.length === 10 ? `${local}T00:00` : local}Z`).getTime() + seconds * 1000;
  const iso = new Date(at).toISOString();
  return local.length === 10 ? iso.slice(0, 10) : iso.slice(0, 19).replace(/:00$/, '');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
