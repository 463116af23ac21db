import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { send } from '../../core/messages';
import {
  EVERYWHERE,
  hostIn,
  namedHost,
  neededOrigins,
  type Noticing as Mode,
  noticesOn,
  originOf,
  USUAL,
  withHost,
  withoutOrigins,
  type NoticingChoice,
} from '../../core/noticing';
import { readSetting, writeSetting } from '../../storage/settings';
import { missingOf, namedOrigins, noticingChoice } from '../background/noticing-choice';

/**
 * Where talks are noticed, and how that is changed from one of our pages. What needs the browser's consent asks for it before anything is awaited,
 * or the browser would not see a person behind it.
 */
export class NoticingState {
  readonly choice = signal<NoticingChoice>(USUAL);
  /** Whether the last thing asked for was refused. */
  readonly refused = signal(false);
  readonly lost = signal<readonly string[]>([]);
  readonly named = namedOrigins();
  private absent: readonly string[] = [];

  readonly load = async (): Promise<void> => {
    this.choice.value = await noticingChoice();
    this.lost.value = (await readSetting('lostOrigins')) ?? [];
    this.absent = await missingOf([EVERYWHERE, ...this.named, ...this.choice.peek().on.map(originOf)]);
  };

  notices(host: string): boolean {
    return noticesOn(host, this.choice.value, this.named);
  }

  readonly setMode = async (mode: Mode): Promise<void> => {
    const before = this.choice.peek();
    const after = { ...before, mode, on: mode === 'click' ? [] : before.on };
    if (!(await this.allowed(neededOrigins(after, this.named), after))) return;
    await this.keep(after);
    if (mode === 'click') await this.giveBack([EVERYWHERE, ...before.on.map(originOf)]);
    else if (mode === 'sites') await this.giveBack([EVERYWHERE]);
  };

  readonly setHost = async (host: string, wanted: boolean): Promise<void> => {
    const before = this.choice.peek();
    const after = withHost(before, host, wanted, this.named);
    if (wanted && !(await this.allowed([before.mode === 'everywhere' ? EVERYWHERE : this.originFor(host)], after))) return;
    await this.keep(after);
    if (!wanted && before.on.includes(host)) await this.giveBack([originOf(host)]);
  };

  /** Asks again for what the browser took away. */
  readonly regain = async (): Promise<void> => {
    const choice = this.choice.peek();
    if (!(await this.allowed(this.lost.peek(), choice))) return;
    this.lost.value = [];
    await this.keep(choice);
  };

  /** Makes do without it. */
  readonly accept = async (): Promise<void> => {
    await this.keep(withoutOrigins(this.choice.peek(), this.lost.peek()));
    this.lost.value = [];
  };

  private originFor(host: string): string {
    const site = namedHost(host, this.named);
    return this.named.find((pattern) => hostIn(pattern) === site) ?? originOf(host);
  }

  /** The prompt may close the popup, and this with it: what was asked for is noted, so that the worker can finish (background/permissions.ts). */
  private async allowed(needed: readonly string[], after: NoticingChoice): Promise<boolean> {
    this.refused.value = false;
    const known = [...this.named, EVERYWHERE];
    const origins = needed.filter((origin) => this.absent.includes(origin) || !known.includes(origin));
    if (origins.length === 0) return true;
    const asking = browser.permissions.request({ origins });
    await writeSetting('askedFor', after);
    const granted = await asking;
    await writeSetting('askedFor', undefined);
    this.refused.value = !granted;
    if (granted) this.absent = this.absent.filter((origin) => !origins.includes(origin));
    return granted;
  }

  private async giveBack(origins: string[]): Promise<void> {
    const granted = origins.filter((origin) => !this.absent.includes(origin));
    if (granted.length > 0) await browser.permissions.remove({ origins: granted });
    this.absent = [...new Set([...this.absent, ...granted])];
  }

  private async keep(choice: NoticingChoice): Promise<void> {
    this.choice.value = choice;
    await writeSetting('noticing', choice);
    await send('noticing', null);
  }
}

/** The host that a person means by what was typed: a name or a whole address. Undefined for what is neither. */
export function hostMeant(text: string): string | undefined {
  const typed = text.trim();
  try {
    const { hostname, protocol } = new URL(/^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`);
    return /^https?:$/.test(protocol) && hostname.includes('.') ? hostname : undefined;
  } catch {
    return undefined;
  }
}
