/** Month names in prose, per language, full and short; folded, so that accents and case do not matter. */
const NAMES: Record<string, string> = {
  en: 'january february march april may june july august september october november december jan feb mar apr - jun jul aug sep oct nov dec sept',
  fr: 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre janv fevr - avr - - juil - - - - -',
  de: 'januar februar marz april mai juni juli august september oktober november dezember jan feb mrz apr - jun jul aug sep okt nov dez janner',
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ene feb mar abr may jun jul ago set oct nov dic',
  pt: 'janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro jan fev mar abr mai jun jul ago set out nov dez',
  it: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre gen feb mar apr mag giu lug ago set ott nov dic',
  sv: 'januari februari mars april maj juni juli augusti september oktober november december jan feb - apr - jun jul aug sep okt nov dec',
  nl: 'januari februari maart april mei juni juli augustus september oktober november december - - mrt - - - - - - - - -',
  da: 'januar februar marts april maj juni juli august september oktober november december',
  pl: 'stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia',
  cs: 'ledna unora brezna dubna kvetna cervna cervence srpna zari rijna listopadu prosince',
  fi: 'tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesakuuta heinakuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta',
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
};

/** Names that stand beyond the two rows of twelve, with their month. */
const EXTRA: Record<string, number> = { sept: 9, janner: 1 };

const MONTHS = new Map<string, number>(
  Object.values(NAMES).flatMap((row) => row.split(' ').map((name, index): [string, number] => [name, EXTRA[name] ?? (index % 12) + 1])),
);

/** A month's number, 1 to 12, by its name in any of the languages. The name must be folded (lower case, no accents). */
export function monthNumber(name: string): number | undefined {
  return name === '-' ? undefined : MONTHS.get(name);
}
