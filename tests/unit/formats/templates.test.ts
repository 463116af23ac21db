import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { lexer } from 'marked';
import { describe, expect, it } from 'vitest';
import { addressOf } from '../../../core/address';
import { toText } from '../../../formats/output/file';
import { PRESETS } from '../../../formats/templates/presets';
import { problemOf, renderTalk, writeTalks, type Template } from '../../../formats/templates/template';
import { anyTalk, RUNS } from './arbitrary';
import { clean } from './kept';
import { SAMPLE } from './sample';

const [QUEUES, MARKUP] = [SAMPLE[0]!, SAMPLE[1]!];

function plain(text: string): Template {
  return { name: 'x', text, escape: 'none' };
}

describe('a template', () => {
  it.each([
    ['{{title}} ({{event.name}}, {{starts.day}} {{starts.time}})', 'Queues that never forget (Parrot Conf 2026, 2026-05-04 10:00)'],
    ['{{#speakers}}{{name}}{{^last}}; {{/last}}{{/speakers}}', 'Ana Lima; Bo Chen'],
    ['{{#tags}}{{^first}}/{{/first}}{{tag}}{{/tags}} {{hashTags}}', 'distributed systems/queues #distributed-systems #queues'],
    ['{{#toWatch}}to do{{/toWatch}}{{#watched}}done{{/watched}}', 'to do'],
    ['{{#upper}}{{kind}}{{/upper}} {{#encode}}{{title}}{{/encode}}', 'TALK Queues%20that%20never%20forget'],
    ['{{#quote}}{{note}}{{/quote}}', '> Show this to the team.\n> - slide 12\n> 1. first'],
    ['{{#links}}{{label}} {{/links}}{{video}}', 'video Slides Demo https://www.youtube.com/watch?v=abcdefghijk'],
    ['{{^location}}nowhere{{/location}}{{location}}', 'Main hall, Leipzig'],
    ['{{! a remark }}{{saved.year}}', '2026'],
  ])('%s', (text, expected) => {
    expect(renderTalk(plain(text), QUEUES)).toBe(expected);
  });

  it.each([
    ['{{constructor}}', 1, 'unknown field'],
    ['{{#constructor.constructor}}alert(1){{/constructor.constructor}}', 1, 'unknown field'],
    ['{{title.constructor.constructor.prototype.constructor}}', 1, 'unknown field'],
    ['{{__proto__}}', 1, 'unknown field'],
    ['a\n\n{{#title}}{{nope}}{{/title}}', 3, 'unknown field'],
    ['{{> partial}}', 1, 'not supported'],
    ['{{=<% %>=}}', 1, 'not supported'],
    ['a\n{{#title}}', 2, 'syntax'],
    ['{{title', 1, 'syntax'],
    ['{{#tags}}{{#links}}{{#tags}}x{{/tags}}{{/links}}{{/tags}}', 1, 'list in itself'],
    ['x'.repeat(20_001), 1, 'too long'],
  ])('that says %j is refused with its line', (text, line, problem) => {
    expect(problemOf(text)).toMatchObject({ line, problem });
    expect(() => renderTalk(plain(text), QUEUES)).toThrow(`line ${line}: ${problem}`);
  });

  it.each(PRESETS)('$name shows what it should', async (preset) => {
    expect(problemOf(preset.text)).toBeUndefined();
    const lines = await toText(writeTalks(preset, [QUEUES, MARKUP]));
    await expect(lines).toMatchFileSnapshot(`../../fixtures/formats/templates/${preset.name}.txt`);
  });

  it('Markdown: is one link to the talk, whatever its title', () => {
    const preset = PRESETS.find(({ name }) => name === 'Markdown')!;
    fc.assert(
      fc.property(anyTalk, (talk) => {
        const [paragraph] = lexer(renderTalk({ ...preset, text: '[{{title}}]({{url}})' }, talk));
        const tokens = paragraph && 'tokens' in paragraph ? (paragraph.tokens ?? []) : [];
        expect(tokens.map(({ type }) => type)).toEqual(['link']);
      }),
      RUNS,
    );
  });

  it('HTML: is one link to the talk, whatever its title', () => {
    const preset = PRESETS.find(({ name }) => name === 'HTML')!;
    fc.assert(
      fc.property(anyTalk, (talk) => {
        const { document } = parseHTML(`<html><body>${renderTalk(preset, talk)}</body></html>`);
        const links = [...document.querySelectorAll('a')];
        expect(links.map((link) => [link.getAttribute('href'), clean(link.textContent)])).toEqual([[addressOf(talk), clean(talk.title)]]);
        expect(document.querySelectorAll('body :not(a, cite)')).toHaveLength(0);
      }),
      RUNS,
    );
  });
});
