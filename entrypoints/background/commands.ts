import { browser } from 'wxt/browser';

/** Answers the keys of the browser's own list. To be called synchronously when the background starts. */
export function answerCommands(): void {
  browser.commands.onCommand.addListener((name) => {
    if (name === 'open-library') void browser.tabs.create({ url: browser.runtime.getURL('/library.html') });
  });
}
