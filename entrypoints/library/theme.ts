/**
 * The theme a person chose. It is kept in localStorage, not with the other settings: it must be known before the first paint, and the browser's
 * extension storage answers only later. The pages of an extension share it, so a change reaches all that are open.
 */
export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'theme';
const WANTS_CONTRAST = '(prefers-contrast: more)';

export function chosenTheme(): Theme {
  const kept = localStorage.getItem(KEY);
  return THEMES.find((theme) => theme === kept) ?? 'system';
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(KEY, theme);
  show();
}

/** Shows the page in the chosen theme, now and whenever the choice or the system changes. */
export function followTheme(): void {
  show();
  addEventListener('storage', show);
  matchMedia(WANTS_CONTRAST).addEventListener('change', show);
}

/** tokens.css reads the attributes. */
function show(): void {
  const theme = chosenTheme();
  const { dataset } = document.documentElement;
  dataset.theme = theme;
  dataset.contrast = theme === 'contrast' || matchMedia(WANTS_CONTRAST).matches ? 'more' : 'usual';
}
