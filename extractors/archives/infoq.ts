import { readWhen } from '../dates';
import type { Site } from '../finding';
import { metaOf, textOf, type Page } from '../page';
import { attribute, linkTo, pathOf, peopleIn, said } from '../site-parts';

/**
 * infoq.com: only its presentations are talks; articles, news and podcasts are not. Its `og:` tags may be written with `value` (2019). The
 * markup of a presentation is not verified: what is not where it is expected is left out.
 */
const site: Site = {
  hosts: ['infoq.com'],
  read(page) {
    if (!/^(?:\/[a-z]{2})?\/presentations\/[^/]+$/.test(pathOf(page))) return null;
    const { doc } = page;
    const title = metaOf(doc, 'og:title') ?? page.title.replace(/ - InfoQ$/, '');
    if (!title) return undefined;
    const event = said(doc, '.related__group a, [class*="recorded" i] a, .presentation__event a');
    return {
      kind: 'talk',
      title,
      talks: [
        {
          title,
          speakers: peopleIn(doc, '.author__link, .authors .author__name, [class*="author"] a[href*="/profile/"]', page),
          event: event ? { name: event } : undefined,
          starts: recordedOn(page),
          abstract: metaOf(doc, 'og:description', 'description'),
          links: [...linkTo('video', page.url, page), ...linkTo('slides', attribute(doc, 'a[href$=".pdf"]', 'href'), page, 'Slides')],
        },
      ],
      complete: true,
    };
  },
};

/** The day of publication stands nearer to the title; only a line that speaks of the recording counts. */
function recordedOn({ doc, lang }: Page): string | undefined {
  const line = [...doc.querySelectorAll('p, li, span, div')].find(
    (element) => element.childElementCount < 4 && /^Recorded at/i.test(textOf(element)),
  );
  return line ? readWhen(textOf(line), lang)?.starts.slice(0, 10) : undefined;
}

export default site;
