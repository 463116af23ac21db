import { parseUrl } from './url';

/**
 * Sites that keep recordings and slides, of which a script of their own knows all there is: a third of the size of the one that reads any page.
 * A test holds this list and the site files in extractors/archives together.
 */
export const ARCHIVE_HOSTS: readonly string[] = [
  'youtube.com',
  'youtu.be',
  'youtube-nocookie.com',
  'vimeo.com',
  'ted.com',
  'infoq.com',
  'speakerdeck.com',
  'slideshare.net',
  'media.ccc.de',
  'pyvideo.org',
  'rubyevents.org',
];

/** Whether an address is of one of those sites or of a subdomain. */
export function isArchive(url: string): boolean {
  const host = parseUrl(url)?.hostname ?? '';
  return ARCHIVE_HOSTS.some((archive) => host === archive || host.endsWith(`.${archive}`));
}
