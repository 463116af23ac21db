import { LIMITS, type LinkKind, type TalkLink } from '../core/talk';
import { parseUrl, safeUrl, siteOf } from '../core/url';
import { endsBy } from './deadline';
import { Lexicon } from './lexicon';
import { textOf, type Page } from './page';
import { WORDS } from './vocabulary';

const HOSTS: readonly [LinkKind, RegExp][] = [
  [
    'video',
    /(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|media\.ccc\.de|nicovideo\.jp|blip\.tv|confreaks\.(?:com|tv|net)|pyvideo\.org|peertube\.\w+|twitch\.tv|dailymotion\.com|ustream\.tv|bilibili\.com|videolectures\.net)$/,
  ],
  [
    'slides',
    /(?:^|\.)(?:speakerdeck\.com|slideshare\.net|slides\.com|noti\.st|docs\.google\.com\/presentation|prezi\.com|slid\.es|sched\.co|docswell\.com|canva\.com)$/,
  ],
  [
    'code',
    /(?:^|\.)(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|gist\.github\.com|sr\.ht|nbviewer\.(?:jupyter|ipython)\.org|launchpad\.net)$/,
  ],
  [
    'rsvp',
    /(?:^|\.)(?:meetup\.com|lu\.ma|luma\.com|eventbrite\.[a-z.]{2,6}|connpass\.com|doorkeeper\.jp|guild\.host|tito\.io|ti\.to|pretix\.eu|xing-events\.com|framadate\.org)$/,
  ],
  ['audio', /(?:^|\.)(?:soundcloud\.com|podcasts\.apple\.com|overcast\.fm|pca\.st)$/],
];

const PATHS: readonly [LinkKind, RegExp][] = [
  ['video', /\.(?:mp4|webm|ogv|m4v|mov|avi|mpe?g)$/i],
  ['audio', /\.(?:mp3|ogg|oga|opus|m4a|aac|flac|wav)$/i],
  ['slides', /\.(?:pptx?|odp|key|pps)$/i],
];

/** What a link's label says it is, in the languages of talk pages. */
const LABELS: readonly [LinkKind, Lexicon][] = [
  [
    'slides',
    new Lexicon(
      WORDS.slides,
      'slidedeck,diapo,diapos,diaporama,support de la presentation,support de presentation,bilder,幻灯片,簡報,投影片,слайды',
    ),
  ],
  [
    'video',
    new Lexicon(
      WORDS.video,
      'watch the talk,watch this talk,watch talk,watch the video,watch this video,youtube,vimeo,mitschnitt,ビデオ,録画,影片,錄影,видео',
    ),
  ],
  ['audio', new Lexicon('audio,mp3,listen,ecouter,anhoren,escuchar,ouvir,音声')],
  ['code', new Lexicon('code,repo,repository,github,quellcode,codigo,notebook,notebooks,ソースコード')],
  [
    'rsvp',
    new Lexicon(
      'rsvp,register,registration,sign up,signup,ticket,tickets,anmeldung,anmelden,inscription,inscriptions,inscrire,inscripcion,inscricao,registrarse,iscriviti,anmalan,参加登録,申し込み,报名',
    ),
  ],
];

/** What an address alone says. */
interface Leads {
  /** By the file it names; nothing else counts then. */
  file: LinkKind | undefined;
  /** By its host. */
  host: LinkKind | undefined;
  /** A person's or an organisation's account. */
  account: boolean;
  pdf: boolean;
  social: boolean;
  /** No address of the web. */
  other: boolean;
}

const MOST_KNOWN = 3000;
const known = new Map<string, Leads>();

/** Each address is looked at once: it stands on a page several times, and several readers ask. */
function leadsOf(url: string): Leads {
  const before = known.get(url);
  if (before) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const parsed = parseUrl(url);
  const site = siteOf(parsed);
  const leads: Leads =
    !parsed || parsed.protocol === 'mailto:'
      ? { file: undefined, host: undefined, account: false, pdf: false, social: false, other: true }
      : {
          file: kindIn(PATHS, parsed.pathname),
          host: parsed.hostname === 'docs.google.com' ? docsKind(parsed) : kindIn(HOSTS, site),
          account: isAccount(parsed),
          pdf: /\.pdf$/i.test(parsed.pathname),
          social: SOCIAL.test(site),
          other: false,
        };
  known.set(url, leads);
  return leads;
}

/** What a link leads to, judged by its address first and its label second. The talk's own page is never guessed. */
export function linkKind(url: string, label: string): LinkKind {
  const { file, host, account, pdf, other } = leadsOf(url);
  if (other) return 'other';
  if (file) return file;
  if (host && account) return 'other';
  if (host && !isHosted(host)) return host;
  const said = label !== '' && label.length <= 60 ? LABELS.find(([, words]) => words.in(label))?.[0] : undefined;
  if (host) return said === 'slides' || said === 'video' ? said : host;
  return pdf ? 'slides' : (said ?? 'other');
}

function kindIn(table: readonly [LinkKind, RegExp][], text: string): LinkKind | undefined {
  return table.find(([, pattern]) => pattern.test(text))?.[0];
}

function docsKind({ pathname }: URL): LinkKind {
  return pathname.startsWith('/presentation') ? 'slides' : 'other';
}

/** Slides and recordings may lie in a repository or on a meeting's page, and then the label says so. */
function isHosted(kind: LinkKind): boolean {
  return kind === 'code' || kind === 'rsvp';
}

/** A person's or an organisation's account or channel is neither code nor a recording. */
function isAccount({ hostname, pathname }: URL): boolean {
  if (/youtu/.test(hostname)) return /^\/(?:@|user\/|channel\/|c\/|results|feed)|^\/?$/.test(pathname);
  return /^(?:www\.)?(?:github|gitlab|bitbucket|codeberg)\./.test(hostname) && !/^\/[^/]+\/[^/]/.test(pathname);
}

const CHROME =
  'nav, header, footer, aside, [role=navigation], [role=banner], [role=contentinfo], .sponsors, .sponsor, .navbar, .menu, .footer, .sidebar, #footer, #nav, #menu, #sidebar, .share, .sharing, .social';
const SOCIAL =
  /(?:^|\.)(?:twitter\.com|x\.com|facebook\.com|linkedin\.com|instagram\.com|mastodon\.\w+|threads\.net|bsky\.app|pinterest\.\w+|reddit\.com|t\.me|telegram\.me|getpocket\.com|addthis\.com|plus\.google\.com|creativecommons\.org)$/;

/** Safe absolute links under an element, with kind and label; navigation, social and sponsor links, and links within the page, left out. */
export function linksIn(root: Element, page: Page): TalkLink[] {
  const before = lists.get(page)?.get(root);
  if (before) return [...before];
  const links = listed(root, page);
  lists.set(page, (lists.get(page) ?? new Map<Element, readonly TalkLink[]>()).set(root, links));
  return [...links];
}

const lists = new WeakMap<Page, Map<Element, readonly TalkLink[]>>();

function listed(root: Element, page: Page): TalkLink[] {
  const found = new Map<string, TalkLink>();
  const chrome = new Chrome(root);
  const isLate = endsBy(page.late);
  for (const element of root.querySelectorAll('a[href], iframe[src], video[src], audio[src], source[src]')) {
    if (found.size >= LIMITS.links || isLate()) break;
    const href = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
    const url = href.startsWith('#') ? undefined : addressOf(href, page);
    if (!url || found.has(url) || chrome.holds(element)) continue;
    const link = linkOf(element, url, page);
    if (link) found.set(url, link);
  }
  return [...found.values()];
}

function linkOf(element: Element, url: string, page: Page): TalkLink | undefined {
  if (leadsOf(url).social || url.split('#')[0] === page.url.split('#')[0]) return undefined;
  const label = element.localName === 'a' ? textOf(element) : (element.getAttribute('title') ?? '');
  const kind = linkKind(url, label);
  if (element.localName === 'iframe' && kind === 'other') return undefined;
  return { url, kind, ...(label && { label: label.slice(0, LIMITS.label) }) };
}

const addresses = new WeakMap<Page, Map<string, string | undefined>>();

/** A link's safe absolute address; each is made once a page. */
export function addressOf(href: string | null, page: Page): string | undefined {
  if (!href) return undefined;
  const made = addresses.get(page) ?? new Map<string, string | undefined>();
  addresses.set(page, made);
  if (!made.has(href)) made.set(href, safeUrl(href, page.url));
  return made.get(href);
}

/** Which elements below a root stand in navigation or other furniture; every element is asked once. */
class Chrome {
  private readonly known = new Map<Element, boolean>();

  constructor(private readonly root: Element) {}

  holds(element: Element): boolean {
    const asked: Element[] = [];
    let at: Element | null = element;
    let is = false;
    for (; at && at !== this.root; at = at.parentElement) {
      const before = this.known.get(at);
      is = before ?? at.matches(CHROME);
      if (before !== undefined || is) break;
      asked.push(at);
    }
    if (at && at !== this.root) this.known.set(at, is);
    for (const one of asked) this.known.set(one, is);
    return is;
  }
}
