// The wire between Playwright and Firefox (WebDriver BiDi). Playwright drives a stock Firefox by it, but knows nothing of extensions; Firefox tells it
// of their pages in part only, and lacks a command that Playwright sends at every start (seen in Playwright 1.65, Firefox 153, 2026-11).
import { firefox } from '@playwright/test';
import { closePopup, popupGone, reach, setMedia } from './firefox-inside.mjs';

/** The extension's id in Firefox, from wxt.config.ts. */
export const GECKO_ID = '{1c3f9a52-6f0e-4b7f-9d53-5a1f0c7be2a4}';

/** Ids of commands of ours; Playwright counts its own up from 1. */
let lastId = 1e9;

/** By the browser on Playwright's side of the wire. @type {WeakMap<object, Wire>} */
const wires = new WeakMap();

/**
 * The wire of a browser that was launched after `tapWires`.
 * @param {import('@playwright/test').BrowserContext} context @returns {Wire}
 */
export function wireOf(context) {
  const wire = wires.get(innerOf(context)._browser);
  if (!wire) throw new Error('this browser has no tapped wire');
  return wire;
}

/** What a page is called on the wire. @param {import('@playwright/test').Page} page @returns {string} */
export function navigableOf(page) {
  return innerOf(page).delegate._session.sessionId;
}

/** Playwright's own side of what it hands out. @param {unknown} shown @returns {any} */
function innerOf(shown) {
  return /** @type {any} */ (firefox)._connection.toImpl(shown);
}

/** From now on a wire lies between Playwright and every Firefox it launches. */
export function tapWires() {
  const launcher = innerOf(firefox)._bidiFirefox;
  if (Object.hasOwn(launcher, 'connectToTransport')) return;
  const connect = launcher.connectToTransport.bind(launcher);
  launcher.connectToTransport = async (/** @type {any} */ transport, /** @type {unknown[]} */ ...rest) => {
    const wire = new Wire(transport);
    const browser = await connect(wire, ...rest);
    wire.pages = browser._bidiPages;
    wires.set(browser, wire);
    return browser;
  };
}

/** @typedef {{id?: number, type?: string, method?: string, params?: any, result?: any, message?: string}} Message */

export class Wire {
  /** @type {((message: Message) => void) | undefined} Playwright's ear */
  onmessage;
  /** @type {((reason?: string) => void) | undefined} */
  onclose;
  /** Playwright's own side of its pages, by what they are called here. @type {Map<string, any>} */
  pages = new Map();
  #transport;
  /** @type {Map<number, {done: (result: any) => void, failed: (error: Error) => void}>} */
  #waiting = new Map();
  /** What Playwright was told of. */
  #contexts = new Set();
  #realms = new Set();
  #popups = new Set();
  /** Pages that are being closed, by the command. @type {Map<number | undefined, string>} */
  #closing = new Map();

  /** Pages that go back or forward, by the command. @type {Map<number | undefined, string>} */
  #travelling = new Map();
  /** Navigations that began, by page. @type {Map<string, {navigation: string, url: string}>} */
  #begun = new Map();

  /** @param {any} transport */
  constructor(transport) {
    this.#transport = transport;
    transport.onmessage = (/** @type {Message} */ message) => this.#receive(message);
    transport.onclose = (/** @type {string} */ reason) => {
      for (const { failed } of this.#waiting.values()) failed(new Error('the browser is gone'));
      this.onclose?.(reason);
    };
  }

  /** What Playwright says to Firefox. @param {Message} message */
  send(message) {
    const { id, method, params } = message;
    const answer = () => this.onmessage?.({ type: 'success', id, result: {} });
    if (method === 'emulation.setMediaFeaturesOverride') void this.#setMedia(params).then(answer, answer);
    else if (method === 'browsingContext.close' && this.#popups.has(params.context))
      void this.inside(closePopup, params.context).then(answer, answer);
    else {
      if (method === 'browsingContext.close') this.#closing.set(id, params.context);
      if (method === 'browsingContext.traverseHistory') this.#travelling.set(id, params.context);
      this.#transport.send(message);
    }
  }

  close() {
    this.#transport.close();
  }

  /** A command of ours. @param {string} method @param {object} params @returns {Promise<any>} */
  command(method, params) {
    const id = ++lastId;
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed });
      this.#transport.send({ id, method, params });
    });
  }

  /**
   * Runs a function inside the browser itself, with its full rights; see firefox-inside.mjs. What goes in and out goes through JSON.
   * @template {unknown[]} A
   * @template R
   * @param {(at: import('./firefox-inside.mjs').Reach, ...args: A) => R} code @param {A} args @returns {Promise<Awaited<R>>}
   */
  async inside(code, ...args) {
    const { contexts } = await this.command('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const { result, exceptionDetails } = await this.command('script.callFunction', {
      functionDeclaration: `async (args) => JSON.stringify(await (${code.toString()})((${reach.toString()})('${GECKO_ID}'), ...JSON.parse(args)))`,
      arguments: [{ type: 'string', value: JSON.stringify(args) }],
      target: { context: contexts[0].context },
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(`inside Firefox: ${exceptionDetails.text}`);
    return result.value && JSON.parse(result.value);
  }

  /** What an expression gives in a page, through JSON and past Playwright. @param {string} context @param {string} expression @returns {Promise<any>} */
  async evaluate(context, expression) {
    const { result, exceptionDetails } = await this.command('script.evaluate', {
      expression: `JSON.stringify(${expression})`,
      target: { context },
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return JSON.parse(result.value);
  }

  /** Makes Playwright know a page that Firefox keeps from it. @param {string} context @param {string} url */
  announce(context, url) {
    if (this.#contexts.has(context)) return;
    this.#contexts.add(context);
    const params = { context, url, children: null, parent: null, originalOpener: null, userContext: 'default', clientWindow: '' };
    this.onmessage?.({ type: 'event', method: 'browsingContext.contextCreated', params });
  }

  /** The same for a popup, until it closes. @param {string} context @param {string} url */
  async announcePopup(context, url) {
    this.#popups.add(context);
    this.announce(context, url);
    await this.settle(context, {});
    const gone = () => this.#forget(context);
    void this.inside(popupGone, context).then(gone, gone);
  }

  /** Firefox keeps the end of an extension's page to itself. @param {string} context */
  #forget(context) {
    this.#tell('browsingContext.contextDestroyed', { context, url: '', children: [], parent: null, userContext: 'default' });
  }

  /** Firefox tells neither of the realm nor of the load of an extension's page, or one of its own, reliably, so both are asked for. @param {string} context @param {object} navigation */
  async settle(context, navigation) {
    const loaded =
      'document.readyState === "complete" || new Promise((done) => addEventListener("load", () => done(true), { once: true }))';
    const { realm } = await this.command('script.evaluate', { expression: 'location.origin', target: { context }, awaitPromise: false });
    const origin = 'moz-extension://';
    this.#tell('script.realmCreated', { realm, origin, context, type: 'window' });
    await this.command('script.evaluate', { expression: loaded, target: { context }, awaitPromise: true });
    this.#tell('browsingContext.domContentLoaded', { context, ...navigation });
    this.#tell('browsingContext.load', { context, ...navigation });
  }

  /** @param {string} method @param {any} params */
  #tell(method, params) {
    if (method === 'script.realmCreated') {
      if (this.#realms.has(params.realm)) return;
      this.#realms.add(params.realm);
    }
    if (method === 'browsingContext.contextDestroyed' && !this.#contexts.delete(params.context)) return;
    this.onmessage?.({ type: 'event', method, params });
  }

  /** What goes unsaid after a command. @param {Message} message */
  #follow({ id }) {
    const closed = this.#closing.get(id);
    if (closed !== undefined) this.#forget(closed);
    const travelled = this.#travelling.get(id);
    // Of a page out of the cache Firefox tells only that the way to it began.
    if (travelled !== undefined) this.#arrive(travelled).catch(() => {});
  }

  /** @param {string} context */
  async #arrive(context) {
    const { result } = await this.command('script.evaluate', { expression: 'location.href', target: { context }, awaitPromise: false });
    const { navigation, url } = this.#begun.get(context) ?? {};
    // Of a way within an extension's page it tells nothing.
    if (!navigation && result.value !== this.pages.get(context)?._page.mainFrame().url())
      this.#tell('browsingContext.fragmentNavigated', { context, navigation: null, url: result.value, timestamp: Date.now() });
    if (url !== result.value) return;
    for (const step of ['navigationCommitted', 'domContentLoaded', 'load'])
      this.#tell(`browsingContext.${step}`, { context, navigation, url });
  }

  /** @param {Message} message */
  #receive(message) {
    const waiting = message.id && this.#waiting.get(message.id);
    if (waiting) {
      this.#waiting.delete(message.id ?? 0);
      if (message.type === 'error') waiting.failed(new Error(message.message));
      else waiting.done(message.result);
      return;
    }
    const { method, params } = message;
    if (method === 'browsingContext.contextCreated') {
      if (this.#contexts.has(params.context)) return;
      this.#contexts.add(params.context);
    }
    if (method === 'browsingContext.navigationStarted') {
      this.announce(params.context, 'about:blank');
      this.#begun.set(params.context, params);
    } else if (method?.startsWith('browsingContext.navigation')) this.#begun.delete(params.context);
    if (method) this.#tell(method, params);
    else this.onmessage?.(message);
    if (message.type === 'success') this.#follow(message);
    if (method === 'browsingContext.navigationCommitted' && /^(moz-extension:|about:(?!blank))/.test(params.url)) {
      const { navigation, timestamp, url } = params;
      // A page that is left at once has nothing to settle.
      this.settle(params.context, { navigation, timestamp, url }).catch(() => {});
    }
  }

  /** Playwright passes the colour scheme on and nothing else. @param {{contexts?: string[]}} params */
  async #setMedia({ contexts = [] }) {
    const [context] = contexts;
    const page = context && this.pages.get(context);
    if (page) await this.inside(setMedia, contexts, page._page.emulatedMedia());
  }
}
