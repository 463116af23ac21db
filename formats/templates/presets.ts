import type { Template } from './template';

/** What "copy as" offers before anyone has made a template; each is a model for one's own. */
export const PRESETS: readonly Template[] = [
  { name: 'Markdown', escape: 'markdown', extension: 'md', text: '[{{title}}]({{url}}){{#names}} — {{names}}{{/names}}' },
  {
    name: 'Slack',
    escape: 'slack',
    extension: 'txt',
    text: '<{{url}}|{{title}}>{{#names}} — {{names}}{{/names}}{{#event}}, {{name}}{{/event}}',
  },
  { name: 'Jira', escape: 'jira', extension: 'txt', text: '[{{title}}|{{url}}]{{#names}} — {{names}}{{/names}}' },
  {
    name: 'HTML',
    escape: 'html',
    extension: 'html',
    text: '<a href="{{url}}">{{title}}</a>{{#names}} — {{names}}{{/names}}{{#event}}, <cite>{{name}}</cite>{{/event}}',
  },
  { name: 'Org', escape: 'org', extension: 'org', text: '[[{{url}}][{{title}}]]{{#names}} — {{names}}{{/names}}' },
];
