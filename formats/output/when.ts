import type { Talk } from '../../core/talk';

/** When a talk takes place, for people: the day, and the local time where the page said one, as they stand there. */
export function whenOf({ starts }: Pick<Talk, 'starts'>): string {
  const [, day, time] = /^(\d{4}(?:-\d\d){0,2})(?:T(\d\d:\d\d))?/.exec(starts ?? '') ?? [];
  return [day, time].filter(Boolean).join(' ');
}

/** Year, month and day as numbers, as far as they are known. */
export function dateParts({ starts }: Pick<Talk, 'starts'>): number[] {
  const [, ...parts] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(starts ?? '') ?? [];
  return parts.filter(Boolean).map(Number);
}

/** An instant in the form of RFC 822, as RSS and OPML want it. */
export function rfc822(instant: string): string {
  return new Date(instant).toUTCString();
}
