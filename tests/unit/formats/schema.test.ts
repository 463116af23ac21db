/** The published schema of our library files: made from what the reader checks, so that the two cannot differ. */
import { toJsonSchema } from '@valibot/to-json-schema';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { TALK } from '../../../core/schema';
import { anyTalk, RUNS } from './arbitrary';
import { writtenText } from './files';
import { SAMPLE } from './sample';

const LIBRARY = v.object({
  format: v.literal('talkshelf'),
  version: v.literal(1),
  exportedAt: v.optional(v.pipe(v.string(), v.isoTimestamp())),
  backup: v.optional(v.looseObject({})),
  talks: v.array(TALK),
});

function schema() {
  // Addresses are also checked to be of the web, which a schema cannot say.
  const made = toJsonSchema(LIBRARY, { errorMode: 'ignore' });
  const about = 'A Talkshelf library. The members stand in this order: readers take the talks one by one as they come.';
  return { $schema: made.$schema, title: 'Talkshelf library', description: about, ...made };
}

const accepts = addFormats(new Ajv({ strict: false })).compile(schema());

describe('the JSON schema', () => {
  it('is the one that is published', async () => {
    await expect(`${JSON.stringify(schema(), null, 2)}\n`).toMatchFileSnapshot('../../../public/talkshelf.schema.json');
  });

  it('accepts whatever is written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyTalk, { maxLength: 3 }), async (talks) => {
        const file: unknown = JSON.parse(await writtenText('json', talks, { backup: { settings: { theme: 'dark' } } }));
        expect(accepts(file), JSON.stringify(accepts.errors)).toBe(true);
      }),
      RUNS,
    );
  });

  it.each([
    ['another format', { format: 'other', version: 1, talks: [] }],
    ['no talks', { format: 'talkshelf', version: 1 }],
    ['a talk without title', { format: 'talkshelf', version: 1, talks: [{ ...SAMPLE[0], title: undefined }] }],
    ['a status nobody knows', { format: 'talkshelf', version: 1, talks: [{ ...SAMPLE[0], status: 'lost' }] }],
    ['a date nobody knows', { format: 'talkshelf', version: 1, talks: [{ ...SAMPLE[0], starts: 'soon' }] }],
  ])('refuses %s', (_name, file) => {
    expect(accepts(JSON.parse(JSON.stringify(file)))).toBe(false);
  });
});
