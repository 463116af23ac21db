/**
 * The parts of two published JSON schemas that our files touch: CSL data 1.0.2 (citation-style-language/schema, schemas/input/csl-data.json)
 * and a record of pyvideo/data (.schemas/video.json), both as of 2026-10, put down again in our words.
 */
const text = { type: 'string' };
const maybeText = { anyOf: [{ type: 'null' }, text] };
const texts = { type: 'array', items: text, uniqueItems: true };

const date = {
  type: 'object',
  properties: {
    'date-parts': {
      type: 'array',
      minItems: 1,
      maxItems: 2,
      items: { type: 'array', minItems: 1, maxItems: 3, items: { type: ['string', 'number'] } },
    },
  },
  additionalProperties: false,
};

export const CSL = {
  type: 'array',
  items: {
    type: 'object',
    required: ['type', 'id'],
    additionalProperties: false,
    properties: {
      id: { type: ['string', 'number'] },
      // Of all the types there are, those for what we hold.
      type: { enum: ['speech', 'broadcast', 'webpage', 'motion_picture', 'paper-conference'] },
      title: text,
      author: {
        type: 'array',
        items: { type: 'object', properties: { family: text, given: text, literal: text }, additionalProperties: false },
      },
      event: text,
      'event-place': text,
      'container-title': text,
      issued: date,
      accessed: date,
      URL: text,
      language: text,
      keyword: text,
      abstract: text,
      annote: text,
      note: text,
    },
  },
};

export const VIDEO = {
  type: 'object',
  required: ['title', 'videos'],
  properties: {
    title: text,
    description: maybeText,
    summary: maybeText,
    language: maybeText,
    recorded: maybeText,
    copyright_text: maybeText,
    thumbnail_url: maybeText,
    speakers: texts,
    tags: texts,
    videos: {
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: { type: 'object', required: ['type', 'url'], properties: { type: text, url: text } },
    },
  },
};
