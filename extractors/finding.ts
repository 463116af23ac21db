import type { PageReading } from '../core/reading';
import type { TalkDraft } from '../core/talk';
import type { Page } from './page';

/** One talk as one reader found it: only what that reader really saw. */
export type TalkFinding = Partial<Omit<TalkDraft, 'source' | 'title'>> & { title: string };

/** What one reader found on a page. Readers do not clean, cap or merge: finish.ts does, once for all. */
export type Finding = Partial<Omit<PageReading, 'talks' | 'source'>> & {
  /** Id of the reader: the site file's name, or a generic reader's. */
  extractor: string;
  talks?: TalkFinding[];
  /** True where nothing else on the page can be believed or adds anything: no other reader is asked. */
  complete?: boolean;
};

/**
 * A site file: `extractors/sites/<id>.ts`, default export. It says only where the site differs from what the generic readers
 * find by themselves.
 */
export interface Site {
  /** Hosts (with their subdomains) on which the gate runs without being asked, for instance `youtube.com`. Empty for self-hosted software. */
  hosts: readonly string[];
  /** For self-hosted software: whether this page was made by it. Where it is missing, the hosts decide. */
  recognises?: (page: Page) => boolean;
  /** Selector of an element that only this software makes: a page that has one is recognised by it. */
  marks?: string;
  /** What is on the page; null where the site knows that nothing is; undefined leaves the page to the generic readers. */
  read: (page: Page) => Omit<Finding, 'extractor'> | null | undefined;
  /** For sites that frame other people's documents: the element that holds the document, the only one the generic readers then see. */
  part?: (page: Page) => Element | null;
}
