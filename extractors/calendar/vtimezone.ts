/** Offsets by the rules a calendar carries itself (RFC 5545, 3.6.5), for zones that the browser does not know by name. */
import type { Component } from './lines';

/** Seconds east of UTC at a wall clock time (`2023-07-29T14:40`); undefined where the component has no usable rule. */
export function offsetIn(zone: Component, local: string): number | undefined {
  const wall = Date.parse(`${local}Z`);
  const rules = zone.parts.flatMap(ruleOf);
  const begun = rules.flatMap((rule) => {
    const onset = lastOnset(rule, wall);
    return onset === undefined ? [] : [{ onset, offset: rule.to }];
  });
  const latest = begun.sort((a, b) => b.onset - a.onset)[0];
  return latest?.offset ?? rules.sort((a, b) => a.first - b.first)[0]?.from;
}

interface Rule {
  /** Wall clock of the first onset, as if it were UTC. */
  first: number;
  from: number;
  to: number;
  more: number[];
  yearly?: { month: number; weekday: number; nth: number; until: number };
}

function ruleOf({ properties }: Component): Rule[] {
  const value = (name: string) => properties.find((property) => property.name === name)?.value.trim();
  const first = stamp(value('DTSTART'));
  const from = seconds(value('TZOFFSETFROM'));
  const to = seconds(value('TZOFFSETTO'));
  if (first === undefined || from === undefined || to === undefined) return [];
  const dates = properties.filter(({ name }) => name === 'RDATE').flatMap((date) => date.value.split(',').slice(0, 500).map(stamp));
  const yearly = yearlyOf(value('RRULE'), first, from);
  return [{ first, from, to, more: dates.filter((date) => date !== undefined), ...(yearly && { yearly }) }];
}

function yearlyOf(rule: string | undefined, first: number, from: number): Rule['yearly'] {
  if (!rule || !/FREQ=YEARLY/i.test(rule)) return undefined;
  const [, nth = '1', day = ''] = /BYDAY=([+-]?\d)?(SU|MO|TU|WE|TH|FR|SA)/i.exec(rule) ?? [];
  const month = Number(/BYMONTH=(\d{1,2})/i.exec(rule)?.[1] ?? new Date(first).getUTCMonth() + 1);
  const until = stamp(/UNTIL=(\d{8}(?:T\d{6})?)Z?/i.exec(rule)?.[1]);
  const weekday = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'].indexOf(day.toUpperCase());
  // UNTIL is UTC, onsets are wall clock before the change.
  return { month, weekday, nth: Number(nth), until: until === undefined ? Infinity : until + from * 1000 };
}

function lastOnset(rule: Rule, wall: number): number | undefined {
  const year = new Date(wall).getUTCFullYear();
  const { yearly } = rule;
  const recurring = yearly ? [year, year - 1].map((each) => onsetIn(each, yearly, rule.first)) : [];
  const all = [rule.first, ...rule.more, ...recurring.filter((onset) => onset >= rule.first && onset <= (yearly?.until ?? Infinity))];
  const begun = all.filter((onset) => onset <= wall);
  return begun.length > 0 ? Math.max(...begun) : undefined;
}

function onsetIn(year: number, { month, weekday, nth }: NonNullable<Rule['yearly']>, first: number): number {
  const clock = first % 86_400_000 < 0 ? (first % 86_400_000) + 86_400_000 : first % 86_400_000;
  if (weekday < 0) return Date.UTC(year, month - 1, new Date(first).getUTCDate()) + clock;
  if (nth > 0) {
    const before = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
    return Date.UTC(year, month - 1, 1 + ((weekday - before + 7) % 7) + (nth - 1) * 7) + clock;
  }
  const last = new Date(Date.UTC(year, month, 0));
  return Date.UTC(year, month - 1, last.getUTCDate() - ((last.getUTCDay() - weekday + 7) % 7) + (nth + 1) * 7) + clock;
}

function stamp(value: string | undefined): number | undefined {
  const [, year, month, day, hour = '00', minute = '00', second = '00'] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d))?/.exec(value?.trim() ?? '') ?? [];
  return year ? Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)) : undefined;
}

function seconds(offset: string | undefined): number | undefined {
  const [, sign, hours, minutes, rest = '0'] = /^([+-])(\d\d):?(\d\d):?(\d\d)?$/.exec(offset ?? '') ?? [];
  return sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(rest)) : undefined;
}
