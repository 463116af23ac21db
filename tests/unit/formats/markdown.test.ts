import fc from 'fast-check';
import { lexer, type Tokens } from 'marked';
import { describe, expect, it } from 'vitest';
import { addressOf } from '../../../core/address';
import { GROUPINGS } from '../../../formats/format';
import { expectPlainMarkdown, tokensOf } from './accepted';
import { anyTalk, RUNS } from './arbitrary';
import { writtenText } from './files';
import { SAMPLE } from './sample';

describe('markdown', () => {
  it('never lets the text of a page become markup', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyTalk, { maxLength: 3 }), fc.constantFrom(...GROUPINGS), async (talks, groupBy) => {
        expectPlainMarkdown(await writtenText('markdown', talks, { groupBy, abstracts: true }), talks);
      }),
      RUNS,
    );
  });

  it.each([
    '[x](https://evil.example)',
    '![x](https://evil.example/a.png)',
    '<https://evil.example>',
    'https://evil.example',
    'see HTTPS://evil.example/a?b=c now',
    'www.evil.example',
    'mail me@evil.example now',
    'mailto:me@evil.example',
    '<img src=x onerror=alert(1)>',
    '<!-- hidden -->',
    '&lt;b&gt; &#60;',
    '`code` ``more``',
    '```\nfence',
    '~~~',
    '---',
    '===',
    '# heading',
    'C # sharp #',
    '> quote',
    '- item',
    '1. item',
    '1) item',
    '+ item',
    '* item',
    '    indented',
    '\tindented',
    '| a | b |\n|---|---|',
    '[ref]: https://evil.example',
    '[^1]: note',
    '*a* _b_ **c** __d__ ~~e~~ ~f~',
    '\\[x](https://evil.example)',
    '\\',
    'line\n\n# next',
    'line\r# next',
    'line\u2028# next',
  ])('shows %j as text', async (text) => {
    const talks = SAMPLE.slice(0, 1).map((talk) => ({ ...talk, title: text, note: text, abstract: text, location: text, tags: [text] }));
    const named = talks.map((talk) => ({ ...talk, event: { name: text }, speakers: [{ name: text, affiliation: text }] }));
    const markdown = await writtenText('markdown', named, { abstracts: true });
    expectPlainMarkdown(markdown, named);
    const link = tokensOf(lexer(markdown)).find((token): token is Tokens.Link => token.type === 'link');
    expect(link?.tokens.map((token) => ('text' in token ? String(token.text) : '')).join('')).toBe(text.replace(/\s+/g, ' ').trim());
    expect(link?.href).toBe(addressOf(named[0]!));
  });

  it.each(GROUPINGS)('groups by %s', async (groupBy) => {
    const markdown = await writtenText('markdown', SAMPLE, { groupBy });
    const headings = lexer(markdown).flatMap((token) => (token.type === 'heading' && token.depth === 2 ? [token.text as string] : []));
    expect(headings).toEqual(
      {
        event: ['Parrot Conf 2026', 'サンプル会議', 'The Sample Show', 'Other talks'],
        tag: ['=formula', 'c++', 'distributed systems', 'queues', '並行処理', 'Untagged'],
        month: ['2026-06', '2026-05', '2026-03', 'Undated'],
        status: ['to watch', 'watching', 'watched', 'dropped'],
      }[groupBy],
    );
  });
});
