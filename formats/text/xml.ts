/**
 * Text for XML and HTML, in elements and in quoted attributes alike. What XML 1.0 §2.2 cannot hold at all (controls, lone surrogates) is
 * left out, as are bidi overrides, which could show a text as another one.
 */
export function xmlText(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085]/g, '\n')
    .replace(/(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** The same on one line. */
export function xmlLine(text: string): string {
  return xmlText(text).replace(/\s+/g, ' ').trim();
}

/** ` name="value"` for every attribute that has a value. Names are ours, never text of a page. */
export function attributes(values: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value ? ` ${name}="${xmlText(value).replace(/[\t\n]/g, (mark) => `&#${mark.charCodeAt(0)};`)}"` : ''))
    .join('');
}

/** An element with text, on a line of its own; nothing where there is no text. */
export function element(name: string, text: string | undefined, values: Readonly<Record<string, string | undefined>> = {}): string {
  return text ? `<${name}${attributes(values)}>${xmlText(text)}</${name}>\n` : '';
}
