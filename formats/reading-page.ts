import { addressOf } from '../core/address';
import type { Talk } from '../core/talk';
import { safeUrl } from '../core/url';
import type { About, Talks, Words, WriteOptions } from './format';
import { grouped } from './output/grouping';
import { whenOf } from './output/when';
import { ENGLISH } from './output/words';
import { attributes, element, xmlLine } from './text/xml';

export default { label: 'HTML', extension: 'html', mime: 'text/html', ways: 'out' } satisfies About;

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h2 { margin: 2.5rem 0 0; border-bottom: 1px solid; }
article { margin: 1.5rem 0; break-inside: avoid; }
h3, p { margin: 0.2rem 0; }
.watched h3, .dropped h3 { font-weight: normal; }
.dropped h3 { text-decoration: line-through; }
.text { white-space: pre-line; overflow-wrap: anywhere; }
.tags { font-size: 0.9rem; }
@media print { a { color: inherit; } details::details-content { content-visibility: visible; block-size: auto; } }
`;

/** A page that needs nothing but itself: for reading offline, sending on and printing. It can run no script and fetch nothing. */
export async function* write(talks: Talks, options: WriteOptions): AsyncIterable<string | Uint8Array> {
  const { title = 'Reading list', now = new Date(), words = ENGLISH } = options;
  yield `<!doctype html>
<html${attributes({ lang: words.language })}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<meta name="generator" content="Talkshelf">
<title>${xmlLine(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${xmlLine(title)}</h1>
<p><time>${now.toISOString().slice(0, 10)}</time></p>
`;
  for (const { name, talks: items } of await grouped(talks, options, (talk) => articleOf(talk, words))) {
    yield `<section>\n<h2 dir="auto">${xmlLine(name)}</h2>\n`;
    yield* items;
    yield '</section>\n';
  }
  yield '</body>\n</html>\n';
}

function articleOf(talk: Talk, words: Words): string {
  const address = addressOf(talk);
  const title = address ? `<a${attributes({ href: address, rel: 'noreferrer' })}>${xmlLine(talk.title)}</a>` : xmlLine(talk.title);
  const names = talk.speakers.map(({ name, affiliation }) => (affiliation ? `${name} (${affiliation})` : name)).join(', ');
  const facts = [names, talk.event?.name ?? '', whenOf(talk), talk.location ?? ''].filter(Boolean).join(' · ');
  return `<article${attributes({ class: talk.status.replace(' ', '-'), lang: talk.language })}>
<h3 dir="auto">${title}</h3>
${element('p', facts, { dir: 'auto' })}${linksOf(talk, address, words)}${element('p', talk.tags.map((tag) => `#${tag}`).join(' '), { class: 'tags', dir: 'auto' })}${element('p', talk.note.trim(), { class: 'text', dir: 'auto' })}${abstractOf(talk, words)}</article>
`;
}

function linksOf(talk: Talk, main: string | undefined, words: Words): string {
  const links = talk.links.flatMap(({ url, kind, label }) => {
    const href = safeUrl(url);
    return href && href !== main ? [`<a${attributes({ href, rel: 'noreferrer' })}>${xmlLine(label || words.link[kind])}</a>`] : [];
  });
  return links.length > 0 ? `<p>${links.join(' · ')}</p>\n` : '';
}

function abstractOf(talk: Talk, words: Words): string {
  const text = element('p', talk.abstract?.trim(), { class: 'text', dir: 'auto' });
  return text && `<details>\n<summary>${xmlLine(words.abstract)}</summary>\n${text}</details>\n`;
}
