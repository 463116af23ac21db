/**
 * Every message between the parts of the extension, typed in one map. The background is the only receiver; a handler that throws answers
 * with an `error` that the caller's promise rejects with.
 */
import { type GenericSchema, getDotPath, safeParse } from 'valibot';
import { browser } from 'wxt/browser';
import type { PageReading } from './reading';
import type { QueryProblem } from './query';
import type { Status, Talk, TalkDraft } from './talk';

export interface Messages {
  /** The gate found the page worth a look; answers how many drafts are on it. From content scripts; the tab is the sender's. */
  worthALook: { request: null; reply: number };
  /** The page that was worth a look gave way, without a load, to one that is not. From content scripts. */
  pageLeft: { request: null; reply: null };
  /** What is on the tab's page; reads the page where nothing is known yet. From the popup. */
  readTab: { request: { tabId: number }; reply: TabState };
  /** Saves drafts; a talk that is there already is brought up to date, and keeps its status. */
  save: { request: { drafts: TalkDraft[]; tags: string[]; status?: Status }; reply: SaveReply };
  /** Finds talks by a query (core/query.ts), best first; `problem` says why it cannot be answered. For pages of ours that do without the library. */
  search: { request: { query: string; limit: number; offset?: number }; reply: { talks: Talk[]; total: number; problem?: QueryProblem } };
  /** Syncs, where a vault was set up; answers when it is through. How it went is in the library (storage/sync/overview.ts). */
  sync: { request: { why: SyncReason }; reply: null };
  /** One of our pages changed the library itself; badges may be wrong now. */
  changed: { request: null; reply: null };
  /** One of our pages changed where talks are noticed. */
  noticing: { request: null; reply: null };
}

/** `opened`: a view was opened. `asked`: somebody wants it now, and all of it. `agreed`: somebody said yes to the question of the last report. */
export const SYNC_REASONS = ['opened', 'asked', 'agreed'] as const;
export type SyncReason = (typeof SYNC_REASONS)[number];

export interface TabState {
  url: string;
  page: PageReading | null;
  /** Why the page could not be read, in a form for people; `page` is null then. */
  problem?: 'forbidden' | 'failed';
}

export interface SaveReply {
  /** Ids of talks that are new. */
  added: string[];
  /** Ids of talks that were there already and gained something. */
  updated: string[];
  /** Ids of talks that were there already, just as the page says. */
  unchanged: string[];
}

export type MessageName = keyof Messages;

interface Envelope<N extends MessageName> {
  name: N;
  request: Messages[N]['request'];
}

type Answer<N extends MessageName> = { reply: Messages[N]['reply'] } | { error: string };

export type Sender = { tabId?: number; frameId?: number; url?: string; fromPage: boolean };

export type Handlers = { [N in MessageName]: (request: Messages[N]['request'], sender: Sender) => Promise<Messages[N]['reply']> };

/** What each message has to carry. */
export type Requests = { [N in MessageName]: GenericSchema<unknown, Messages[N]['request']> };

/** Sends a message to the background; rejects with the handler's error text. */
export async function send<N extends MessageName>(name: N, request: Messages[N]['request']): Promise<Messages[N]['reply']> {
  const envelope: Envelope<N> = { name, request };
  const answer: Answer<N> | undefined = await browser.runtime.sendMessage(envelope);
  if (!answer) throw new Error(`talkshelf: no answer to ${name}`);
  if ('error' in answer) throw new Error(answer.error);
  return answer.reply;
}

/** Content scripts may only report; everything else must come from one of our own pages. */
const FROM_PAGES: readonly MessageName[] = ['worthALook', 'pageLeft'];

/**
 * Answers messages with the handlers given. Whoever is not us is not answered at all; a request that is not what `requests` says is refused with an
 * error. To be called synchronously when the background starts.
 */
export function answer(handlers: Handlers, requests: Requests): void {
  browser.runtime.onMessage.addListener((message: unknown, from) => {
    if (from.id !== browser.runtime.id || !isEnvelope(message, handlers)) return undefined;
    const fromPage = !from.url?.startsWith(browser.runtime.getURL('/'));
    if (fromPage !== FROM_PAGES.includes(message.name)) return undefined;
    const sender: Sender = { tabId: from.tab?.id, frameId: from.frameId, url: from.url, fromPage };
    return reply(handlers, requests, message, sender);
  });
}

async function reply<N extends MessageName>(
  handlers: Handlers,
  requests: Requests,
  { name, request }: Unchecked<N>,
  sender: Sender,
): Promise<Answer<N>> {
  const checked = safeParse(requests[name], request, { abortEarly: true });
  if (!checked.success) return { error: `talkshelf: ${name} refused: ${getDotPath(checked.issues[0]) ?? checked.issues[0].message}` };
  try {
    return { reply: await handlers[name](checked.output, sender) };
  } catch (error) {
    console.error(`talkshelf: ${name} failed`, error);
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

interface Unchecked<N extends MessageName> {
  name: N;
  request: unknown;
}

function isEnvelope(message: unknown, handlers: Handlers): message is Unchecked<MessageName> {
  if (typeof message !== 'object' || message === null || !('name' in message) || !('request' in message)) return false;
  return typeof message.name === 'string' && Object.hasOwn(handlers, message.name);
}
