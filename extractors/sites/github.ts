import type { Site } from '../finding';
import { pathOf } from '../site-parts';

/** Files whose rendered text a person reads. */
const DOCUMENT = /\.(?:md|markdown|mdown|rst|txt|adoc|org|ipynb)$/i;

/**
 * github.com: a README or a document is somebody's page inside GitHub's frame, so only the rendered text is read; issues, code and all else are
 * not pages about talks. Raw files are documents like any other.
 */
const site: Site = {
  hosts: [],
  recognises: ({ site }) => site === 'github.com' || site === 'gist.github.com',
  read(page) {
    const path = pathOf(page);
    const isDocument =
      page.site === 'gist.github.com' ||
      /^\/[^/]+\/[^/]+(?:\/tree\/.+)?$/.test(path) ||
      (/\/(?:blob|raw|wiki)\//.test(path) && (DOCUMENT.test(path) || path.includes('/wiki/')));
    return isDocument && page.doc.querySelector(RENDERED) ? undefined : null;
  },
  part: ({ doc }) => doc.querySelector(RENDERED),
};

const RENDERED = 'article.markdown-body, .markdown-body';

export default site;
