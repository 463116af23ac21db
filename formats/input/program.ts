import type { TalkKind } from '../../core/talk';

/** The kind a schedule's own word for it stands for; undefined is a talk. */
export function kindOf(type: string | undefined): TalkKind | undefined {
  const word = type?.toLowerCase() ?? '';
  if (/lightning|ignite/.test(word)) return 'lightning';
  if (/keynote/.test(word)) return 'keynote';
  if (/workshop|tutorial|training|hands-on/.test(word)) return 'workshop';
  return /panel|podium|roundtable/.test(word) ? 'panel' : undefined;
}

/** When a talk ends that starts at a time with offset and lasts `HH:MM`, with the same offset; undefined where either is not of that form. */
export function endOf(starts: string | undefined, duration: string | undefined): string | undefined {
  const [, local, offset] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?$/.exec(starts ?? '') ?? [];
  const [, hours, minutes] = /^(\d{1,2}):(\d\d)/.exec(duration ?? '') ?? [];
  if (!local || !minutes) return undefined;
  const end = new Date(Date.parse(`${local}Z`) + (Number(hours) * 60 + Number(minutes)) * 60_000);
  return Number.isNaN(end.getTime()) ? undefined : `${end.toISOString().slice(0, 16)}${offset ?? ''}`;
}

/** Text without the tags that some schedules leave in it. */
export function withoutTags(text: string): string {
  if (!/<[a-z/][^<>]{0,200}>/i.test(text)) return text;
  return text.replace(/<(?:br|\/p|\/li|\/div|\/h\d)\b[^<>]{0,200}>/gi, '\n').replace(/<\/?[a-z][^<>]{0,500}>/gi, '');
}
