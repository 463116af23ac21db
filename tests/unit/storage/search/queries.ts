import type { Talk } from '../../../../core/talk';

/** A small generator of numbers, the same for the same seed. */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** So many queries that ask for what some talks have, or nearly. */
export function randomQueries(talks: readonly Talk[], count: number, seed: number): string[] {
  const random = randomNumbers(seed);
  const pick = <T>(list: readonly T[]): T => list[random(list.length)]!;
  const text = (): string => {
    const talk = pick(talks);
    return pick([
      talk.title,
      talk.title,
      talk.abstract ?? talk.title,
      talk.speakers[0]?.name ?? talk.title,
      talk.event?.name ?? talk.title,
      talk.note || talk.title,
    ]);
  };
  const words = (length: number): string => {
    const all = text()
      .replace(/["“”„()]/g, ' ')
      .split(/\s+/)
      .filter(Boolean);
    const from = random(Math.max(1, all.length - length + 1));
    return all
      .slice(from, from + length)
      .join(' ')
      .replace(/^-+/, '');
  };
  const word = (): string => words(1) || 'talk';
  const value = (): string => {
    const talk = pick(talks);
    return pick([
      `tag:${pick(['python', 'web', 'go', 'we*', '"machine learning"', 'cafe', 'c++', 'none'])}`,
      `speaker:"${(talk.speakers[0]?.name ?? 'nobody').replace(/["“”„]/g, '')}"`,
      `event:${(talk.event?.name ?? 'none').split(' ')[0]?.replace(/["“”„()]/g, '') || 'x'}`,
      `site:${pick(['youtube.com', 'borealis.example', 'videos.example', 'nowhere.example'])}`,
      `lang:${pick(['en', 'es', 'pt', 'pt-br', 'ja'])}`,
      `status:${pick(['to-watch', 'watched', 'dropped'])}`,
      `kind:${pick(['talk', 'lightning'])}`,
      `has:${pick(['video', 'slides', 'note', 'code'])}`,
      `${pick(['before', 'after', 'date'])}:${2008 + random(14)}${pick(['', '-06'])}`,
      `saved:${pick(['2024..', '..2022', '2021-03..2024-02', 'today-900d..', '2023'])}`,
      `title:${word()}`,
    ]);
  };
  const one = (): string =>
    pick([
      word,
      word,
      word,
      word,
      () => `${word().slice(0, 1 + random(4))}*`,
      () => `"${words(2 + random(2)) || 'a talk'}"`,
      () => `"${words(2) || 'a'}"*`,
      value,
      () => `-${word()}`,
      () => `-${value()}`,
      () => `(${word()} OR ${word()})`,
      () => `-(${word()} ${word()})`,
    ])();
  return Array.from({ length: count }, () => {
    const query = Array.from({ length: 1 + random(3) }, one).join(pick([' ', ' ', ' ', ' OR ']));
    return pick([query, `${query} `, query.slice(0, Math.max(1, query.length - random(3)))]);
  });
}
