/** Words and names by which a text is known to name an event where talks are given. */

const EVENT_WORD =
  /\b(?:conf(?:erence)?s?|konferenz|conférences?|conferencias?|conferência|summit|meet-?ups?|user group|symposium|kongress|congress|kaigi|barcamp|unconference|devoxx|voxxed|fosdem|froscon|qcon|strange loop|re:invent|re:publica|wwdc|google i\/o|def ?con|black hat|scipy|pydata|europython|usenix|siggraph|chaos communication|3\dc3|jfokus|øredev|oredev|bob konf|bsides\w*|scala ?days|lambda ?days|dev ?days|dev ?fest|code beam|code mesh|curry on|papers we love|all systems go)(?![\p{L}\d])|勉強会|カンファレンス/iu;
/** GOTO 2019, NDC Oslo, PyCon, ElixirConf, DevFest, RubyKaigi: names that count in this spelling only. */
const EVENT_NAME =
  /(?<![\p{L}\d])(?:GOTO|NDC|YOW!?|LCA|JUG|TEDx?\p{L}{0,20}|\p{Lu}[\p{L}.+]{1,20}(?:Con|Conf|CONF|CON|Camp|Days|Fest|Kaigi|Meetup|JUG))(?![\p{L}])/u;
const NO_EVENT =
  /\b(?:comic-?con|vidcon|blizzcon|minecon|twitchcon|quakecon|anime|cosplay|comedy ?fest|film ?fest|(?:press|news|video) conference|conference (?:call|final)s?|(?:eastern|western) conference)\b/iu;
const YEAR = /\b(?:19|20)\d\d\b|['’]\d\d\b/;

/** Whether a text names an event, alone or among other words. */
export function isEvent(text: string): boolean {
  return (EVENT_WORD.test(text) || EVENT_NAME.test(text)) && !NO_EVENT.test(text);
}

/** Whether a text is nothing but the name of an event. */
export function isNamedEvent(text: string): boolean {
  const words = text.trim().split(/\s+/).length;
  return words <= 7 && isEvent(text) && (YEAR.test(text) || words <= 4);
}

/** Where an event's name may stand in a title, first the place where it is surest. */
const PLACES: readonly ((title: string) => { found: string; event: string } | undefined)[] = [inBrackets, beforeColon, asPiece, afterAt];

/** A title without the event it names: "Title - Speaker (PyCon 2024)" gives "Title - Speaker". */
export function withoutEvent(title: string): { rest: string; event?: string } {
  for (const place of PLACES) {
    const named = place(title);
    if (named) return { rest: cut(title, named.found), event: named.event.trim() };
  }
  return { rest: title };
}

function inBrackets(title: string) {
  const [found, event] = /[([【]([^()[\]【】]{2,60})[)\]】]\s*$/u.exec(title) ?? /^\s*[([【]([^()[\]【】]{2,60})[)\]】]/u.exec(title) ?? [];
  const isOne = event !== undefined && (isEvent(event) || (/\p{L}/u.test(event) && /\b20\d\d\b/.test(event)));
  return isOne && found ? { found, event } : undefined;
}

function beforeColon(title: string) {
  const [found, event] = /^([^:|]{3,50}?)\s*:\s+/u.exec(title) ?? [];
  return event && found && isEvent(event) && YEAR.test(event) ? { found, event } : undefined;
}

function asPiece(title: string) {
  const pieces = title.split(/(?<!\s)\s*[|｜•·]\s*|\s[–—-]\s|\s@\s?|,\s/u);
  const event = pieces.length > 1 ? pieces.findLast((piece) => isNamedEvent(piece)) : undefined;
  return event ? { found: event, event } : undefined;
}

function afterAt(title: string) {
  const [found, event] =
    /\s(?:at|@|auf der|auf dem|bei der|à la?|au|en la|na|no)\s((?:[\p{Lu}\d][\p{L}\d.'’&+/!-]{0,20}\s){0,5}[\p{Lu}\d][\p{L}\d.'’&+/!-]{0,20})$/u.exec(
      title,
    ) ?? [];
  return event && found && isNamedEvent(event) ? { found, event } : undefined;
}

/** The text with one part taken out, its last occurrence, and the separators around it made one. */
function cut(text: string, part: string): string {
  const at = text.lastIndexOf(part);
  const sides = [text.slice(0, at), text.slice(at + part.length)].map((side) =>
    side.replace(/^[\s|｜•·–—@:,-]+|(?<![\s|｜•·–—@:,-])[\s|｜•·–—@:,-]+$/gu, ''),
  );
  return sides.filter(Boolean).join(' | ');
}
