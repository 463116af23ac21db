import { describe, expect, it } from 'vitest';
import { safeUrl, siteOf } from '../../../core/url';

describe('a safe address', () => {
  it.each([
    ['https://example.org/a', 'https://example.org/a'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    ['/b', 'https://base.example/b'],
  ])('%s is kept', (href, url) => expect(safeUrl(href, 'https://base.example/')).toBe(url));

  it.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'blob:https://a/b',
    'https://user:pw@example.org/',
    '',
    undefined,
    `https://e.org/${'x'.repeat(3000)}`,
  ])('%j is not', (href) => expect(safeUrl(href)).toBeUndefined());

  it('names its site without www. and m.', () => {
    expect(siteOf('https://WWW.Example.org/x')).toBe('example.org');
    expect(siteOf('https://www.m.example.org/')).toBe('example.org');
    expect(siteOf('https://m.co/')).toBe('m.co');
    expect(siteOf('nonsense')).toBe('');
  });
});
