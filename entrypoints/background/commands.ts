import { browser } from 'wxt/browser';
import { COPY_TALK, openToCopy } from './menus';

/** Answers the keys of the browser's own list. To be called synchronously when the background starts. */
export function answerCommands(): void {
  browser.commands.onCommand.addListener((name) => {
    if (name === COPY_TALK) void openToCopy();
    if (name === 'open-library') void browser.tabs.create({ url: browser.runtime.getURL('/library.html') });
  });
}
