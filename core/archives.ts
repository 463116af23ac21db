import { parseUrl } from './url';

/**
 * Sites that keep recordings, slides or episodes, of which a script of their own knows all there is: half the size of the one that reads any page.
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
  'fosdem.org',
  'open.spotify.com',
  'podcasts.apple.com',
  'acast.com',
  'buzzsprout.com',
  'changelog.com',
  'syntax.fm',
  'talkpython.fm',
  'pythonbytes.fm',
];

/** Whether an address is of one of those sites or of a subdomain. */
export function isArchive(url: string): boolean {
  const host = parseUrl(url)?.hostname ?? '';
  return ARCHIVE_HOSTS.some((archive) => host === archive || host.endsWith(`.${archive}`));
}
