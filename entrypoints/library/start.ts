import { render } from 'preact';
import type { ComponentChild } from 'preact';
import { direction, locale } from '../../components/wording/locale';

/** Gives the page its language, direction and title, and puts the view over the static shell. */
export function start(view: ComponentChild, title: string): void {
  const root = document.documentElement;
  root.lang = locale();
  root.dir = direction();
  document.title = title;
  const app = document.getElementById('app');
  if (!app) throw new Error('talkshelf: the page has no #app');
  app.replaceChildren();
  render(view, app);
}
