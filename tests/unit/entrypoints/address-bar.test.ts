import { describe as group, expect, it } from 'vitest';
import { describe } from '../../../entrypoints/background/address-bar';

const found = { title: 'R&D: <b>why</b> we test', ranges: [{ start: 0, end: 3 }], detail: 'Ana "Ani" Lima' };

group('a line of the address bar', () => {
  it('is XML in Chromium, with nothing of the page as markup', () => {
    expect(describe(found, false)).toBe('<match>R&amp;D</match>: &lt;b&gt;why&lt;/b&gt; we test <dim>— Ana &quot;Ani&quot; Lima</dim>');
  });

  it('loses what XML cannot hold', () => {
    expect(describe({ title: 'a\u0000b\ud800c😀', ranges: [], detail: '' }, false)).toBe('abc😀');
  });

  it('is plain text in Firefox', () => {
    expect(describe(found, true)).toBe('R&D: <b>why</b> we test — Ana "Ani" Lima');
  });
});
