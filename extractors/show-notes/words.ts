/** The words that podcasts use for their own parts, in the languages whose podcasts were looked at (2026-11). */

import { Lexicon } from '../lexicon';
import { WORDS } from '../vocabulary';

const LONGEST_NAME = 100;
/** "Links from the show", "Resources mentioned". */
const LEADING = ['link', 'links', 'resources', 'references', 'sources', 'reading', 'materials'];
const WITH = ['mentioned', 'from', 'in', 'to', 'for', 'and'];
const BEFORE_LINKS = new Lexicon('episode,show,useful,relevant,related,further');
const PODCAST = new Lexicon(WORDS.episode);
const NOTES = new Lexicon(
  WORDS.links,
  'show note,show notes,shownote,shownotes,episode note,episode notes,note,notes,resource,reference,source,sources,reading,material,materials,mentioned *,enlace,enlaces *,referencias,notas *,lien,liens *,verweise,quellen,weiterfuhrende links,riferimenti,link utili,ссылки *,полезные ссылки,материалы,関連リンク,参考 *,ショーノート,相关链接,链接,节目链接,本期节目链接,参考资料,연관 링크,baglantılar,pick,picks *,' +
    LEADING.map((lead) => WITH.map((word) => `${lead} ${word} *`).join(',')).join(','),
);
const EMPTY = new Lexicon(
  'here,link,this,click here,source,reference,website,site,web,see,aqui,ici,hier,тут,здесь,ссылка,こちら,リンク,这里,链接,网站',
);
const CHROME = new Lexicon(
  'subscribe,listen,support,support us,support the show,support this podcast,donate,comment,comments,related,related posts,related episodes,more episodes,previous,previous episode,previous episodes,next,next episode,next episodes,latest episodes,recent posts,recent episodes,share,transcript,about,about the show,about the shows,about the podcast,about the author,about the authors,about the host,about the hosts,credits,license,licencia,copyright,music,suscribete *,inscreva se,assine,abonnez vous,abonnieren,comentarios,kommentare,escute agora,ouca,escucha,購読,订阅,подписаться,комментарии,transcripcion,feed,feeds',
);

/** "Episode 12", "Выпуск 44", "第38回": a page or an address that speaks of one episode or of a podcast. */
export const EPISODE = { test: (text: string): boolean => PODCAST.in(text) || /第\s?\d+\s?[回期集话話]/.test(text) };
/** The same in a path, where words are joined with dashes. */
export const EPISODE_PATH = /[/_.-](?:podcasts?|episodes?|episodios?|episódios?|folgen?|shows?|show[-_]?notes|ep)(?:[/_.-]|\d|$)/i;
export const SHOW_NOTES_PATH = /show[-_]?notes/i;
/** Titles of the section that holds what the episode talked about. */
export const NOTES_SECTION = { test: (text: string): boolean => text.length < LONGEST_NAME && NOTES.is(text, BEFORE_LINKS) };
/** Sections about the channels and the hosts of the show itself; a guest's contacts are what the notes are for. */
export const CONTACT_SECTION =
  /\b(?:follow|connect with|contact|tweet|find|reach|join|chat with|write to) (?:us|me|the (?:show|hosts?|podcast)|our)\b|\bhosts?\b|\b(?:stay|get|keep) in touch\b|\bsocial(?: media)?\b|contact\w* (?:conmigo|con nosotros|conosco|comigo)|síguenos|sígueme|siga-nos|redes soc|suivez[- ]nous|nous suivre|folg(?:t|e|en)? uns|kontakt mit uns|ссылки на подкаст|голоса выпуска|ведущие|подписывайтесь|出演|登場人物|出場人物|出场人物|パーソナリティ|主播|联系我们/iu;
/** Sections and lines of advertising. */
export const SPONSOR =
  /\bsponsors?(?:ed|ship)?\b|\bbrought to you\b|\bpatrocin|\bpatrocín|\bmécène|\bwerbung\b|\bunterstützt von\b|\badvertis|спонсор|реклама|スポンサー|赞助|广告/iu;
/** Sections that ask for something or lead elsewhere on the site. */
export const CHROME_SECTION = { test: (text: string): boolean => CHROME.is(text) };
/** Lines that ask for money or reviews, or speak of the transcript. */
export const ASK =
  /\b(?:support|donate to|review|rate) (?:this|the|our) (?:podcast|show)\b|\bbecome an? (?:patron|member|supporter)|\b(?:monthly|patreon) supporters\b|\bthis transcript\b/iu;
/** Link texts that are buttons, not things. */
export const BUTTON =
  /^\W*(?:download(?: (?:mp3|episode|audio|file|the episode).{0,20})?|mp3|ogg|m4a|opus|aac|play(?: episode)?|listen(?: now| here)?|transcript|permalink|share|tweet|rss(?: feed)?|subscribe|unsubscribe|(?:leave a )?comments?|home|edit(?: (?:this page|on github))?|next(?: episode)?|prev(?:ious)?(?: episode)?|back|more|show more|read more|older|newer|all episodes|embed|play in new window|apple podcasts|google podcasts|spotify|overcast|pocket ?casts|castbox|stitcher|itunes|аудио|скачать|лог чата|baixar|descargar|télécharger|herunterladen|ダウンロード|下载)\W*$/iu;
/** Link texts that say nothing by themselves: the words around them do. */
export const EMPTY_WORDS = { test: (text: string): boolean => EMPTY.is(text) };
/** Pages that post a link to a network instead of showing something. */
export const SHARE_URL =
  /(?:twitter|x)\.com\/(?:intent|share|home\?status)|facebook\.com\/(?:sharer|share\.php|dialog)|linkedin\.com\/(?:share|sharing)|t\.me\/share|reddit\.com\/submit|news\.ycombinator\.com\/submitlink|getpocket\.com\/save|b\.hatena\.ne\.jp\/(?:add|entry)|plus\.google\.com\/share|pinterest\.\w+\/pin\/create|vk\.com\/share|wa\.me\/|api\.whatsapp\.com\/send/i;
/** "(02:26)", "00:35:54 -", "[1:02:03]" at the start or end of a line. */
export const TIME_CODE = /^[\s([*_-]{0,6}\d{1,2}:\d\d(?::\d\d)?[\])\s:*_–—-]{0,8}|[\s([*_–—-]{0,6}\d{1,2}:\d\d(?::\d\d)?[\])\s.*_]{0,6}$/gu;
/** "Ines #1:": the hosts take turns with numbered items. */
export const NUMBERED = /^\p{L}[\p{L} .'’&-]{0,30}#\s?\d{1,2}\s?:/u;
export const AUDIO_FILE = /\.(?:mp3|m4a|ogg|oga|opus|aac|wav|flac)(?:[?#]|$)/i;
/** Players of podcast hosts, as iframes. */
export const PLAYER =
  /w\.soundcloud\.com\/player|simplecast|buzzsprout\.com|transistor\.fm|anchor\.fm\/.*embed|spotify\.com\/(?:embed|embed-podcast)|libsyn\.com|podbean\.com|megaphone\.fm|acast\.com|captivate\.fm|fireside\.fm|archive\.org\/embed|embed\.podcasts\.apple\.com|ausha\.co|spreaker\.com|redcircle\.com|ivoox\.com|podigee|omny\.fm|art19\.com|castos\.com|blubrry\.com|podlove|audioboom\.com|pinecast\.com|zencast|rss\.com|mixcloud\.com|listen\.style|podcasters\.spotify/i;
