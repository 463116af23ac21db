import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalKey, KEY_VERSION } from '../../../core/canonical';

describe('the canonical key', () => {
  // Keys are stored: a line that changes here needs a new KEY_VERSION and a re-keying migration.
  it.each([
    ['https://www.youtube.com/watch?list=PL1&v=abcdefghijk&t=30', 'youtube:abcdefghijk'],
    ['https://youtu.be/abcdefghijk?si=xyz', 'youtube:abcdefghijk'],
    ['https://m.youtube.com/live/abcdefghijk?feature=share', 'youtube:abcdefghijk'],
    ['https://www.youtube-nocookie.com/embed/abcdefghijk', 'youtube:abcdefghijk'],
    ['https://www.youtube.com/@channel', 'youtube.com/@channel'],
    ['https://player.vimeo.com/video/76979871?h=8272103f6e', 'vimeo:76979871'],
    ['https://www.meetup.com/fr-FR/Some-Group/events/301234567/?eventOrigin=home', 'meetup.com/some-group/events/301234567'],
    ['https://lu.ma/abc123', 'luma.com/abc123'],
    ['https://www.eventbrite.co.uk/e/a-night-of-compilers-tickets-123456789012?aff=x', 'eventbrite:123456789012'],
    ['https://www.eventbrite.com/e/123456789012', 'eventbrite:123456789012'],
    ['https://raw.githubusercontent.com/some/repo/refs/heads/main/talks/a.md', 'github.com/some/repo/blob/main/talks/a.md'],
    ['https://github.com/some/repo/raw/main/talks/a.md', 'github.com/some/repo/blob/main/talks/a.md'],
    ['https://open.spotify.com/intl-de/episode/4rOoJ6Egrf8K2IrywzwOMk?si=1', 'open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk'],
    ['https://podcasts.apple.com/de/podcast/some-show/id1234567?i=1000654321', 'podcasts.apple.com/1234567/1000654321'],
    ['https://www.ted.com/talks/some_talk/transcript?language=de', 'ted.com/talks/some_talk'],
    ['HTTP://WWW.Example.org:80/Talks/One/?utm_source=a&b=2&a=1#abstract', 'example.org/Talks/One?a=1&b=2'],
    ['https://example.org/index.html', 'example.org'],
    ['https://example.org/app#/talks/7/', 'example.org/app#/talks/7'],
    ['https://example.org/app#!/talks/7', 'example.org/app#!/talks/7'],
    ['http://localhost:3000/a', 'localhost:3000/a'],
    ['mailto:someone@example.org', 'mailto:someone@example.org'],
    ['not an address', 'not an address'],
  ])('of %s is %s', (address, key) => {
    expect(canonicalKey(address)).toBe(key);
  });

  it('has the version these lines were written for', () => {
    expect(KEY_VERSION).toBe(1);
  });

  it('does not depend on scheme, www, tracking, fragment or trailing slash', () => {
    const parts = fc.record({ host: fc.domain(), path: fc.array(fc.stringMatching(/^[a-z0-9]{1,8}$/), { maxLength: 4 }) });
    fc.assert(
      fc.property(parts, ({ host, path }) => {
        const address = `${host}/${path.join('/')}`;
        expect(canonicalKey(`https://www.${address}/?utm_campaign=x#top`)).toBe(canonicalKey(`http://${address}`));
      }),
    );
  });

  it('takes any text without failing', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.webUrl()), (text) => typeof canonicalKey(text) === 'string'));
  });
});
