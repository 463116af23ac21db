/**
 * What a template can be put together from, as the editor lists it: what is inserted, by group. `|` is where the cursor goes, or where selected
 * text is put.
 */
export const SNIPPETS = {
  talk: [
    ...['{{title}}', '{{url}}', '{{names}}', '{{kind}}', '{{location}}', '{{language}}', '{{abstract}}'],
    ...['{{note}}', '{{status}}', '{{tagList}}', '{{hashTags}}', '{{video}}', '{{slides}}', '{{code}}', '{{audio}}'],
  ],
  event: ['{{event.name}}', '{{event.series}}', '{{event.url}}'],
  when: [
    ...['{{starts.day}}', '{{starts.time}}', '{{starts.month}}', '{{starts.year}}', '{{ends.day}}', '{{ends.time}}', '{{zone}}'],
    ...['{{saved.day}}', '{{saved.month}}', '{{saved.year}}'],
  ],
  lists: [
    '{{#speakers}}{{name}}{{^last}}, {{/last}}{{/speakers}}',
    '{{#speakers}}{{name}}{{#affiliation}} ({{affiliation}}){{/affiliation}} {{url}}\n{{/speakers}}',
    '{{#links}}{{kind}}: {{label}} {{url}}\n{{/links}}',
    '{{#tags}}{{^first}}, {{/first}}{{tag}}{{/tags}}',
  ],
  conditions: [
    ...['{{#event}}|{{/event}}', '{{#abstract}}|{{/abstract}}', '{{^video}}|{{/video}}'],
    ...['{{#toWatch}}|{{/toWatch}}', '{{#watching}}|{{/watching}}', '{{#watched}}|{{/watched}}', '{{#dropped}}|{{/dropped}}'],
  ],
  filters: [
    ...['{{#upper}}|{{/upper}}', '{{#lower}}|{{/lower}}', '{{#line}}|{{/line}}'],
    ...['{{#short}}|{{/short}}', '{{#quote}}|{{/quote}}', '{{#encode}}|{{/encode}}'],
  ],
} as const satisfies Record<string, readonly string[]>;
