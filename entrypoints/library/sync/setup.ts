import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { send } from '../../../core/messages';
import type { SyncPlace } from '../../../storage/settings';
import type { Capabilities, FieldName, Store } from '../../../storage/sync/backend';
import { BACKENDS } from '../../../storage/sync/backends';
import { forgetFolder, keepFolder } from '../../../storage/sync/folder/handles';
import { backendOf, keepPlace, openPlace } from '../../../storage/sync/place';
import { SyncProblem } from '../../../storage/sync/problem';
import { createVault, hasVault, joinVault, type RecoverySheet } from '../../../storage/sync/vault';
import { allowFolder, pickFolder } from './folder';
import { Steps } from './steps';

/** What was found at the place that was filled in. */
interface Found {
  place: SyncPlace;
  store: Store;
  capabilities: Capabilities;
  /** Whether there is a vault already. */
  there: boolean;
}

export interface Given {
  name: string;
  passphrase?: string;
  recoveryCode?: string;
}

/** Setting sync up: the place, its trial, the vault, the recovery sheet. Nothing is kept before the vault is opened. */
export class SetUp extends Steps {
  readonly chosen = signal([...BACKENDS.keys()].find((id) => id === 'webdav') ?? '');
  readonly values = signal<Readonly<Record<string, string>>>({});
  readonly found = signal<Found | undefined>(undefined);
  readonly sheet = signal<RecoverySheet | undefined>(undefined);

  /** @param repaired the place of the vault this browser is in, where only the way there is changed */
  constructor(repaired?: SyncPlace) {
    super();
    if (!repaired) return;
    this.chosen.value = repaired.backend;
    this.values.value = repaired.settings;
  }

  readonly choose = (id: string): void => {
    this.chosen.value = id;
    this.values.value = {};
    this.problem.value = undefined;
  };

  readonly setValue = (field: FieldName, value: string): void => {
    this.values.value = { ...this.values.value, [field]: value };
  };

  readonly pick = (): void => {
    void this.work(async () => {
      const before = this.values.value['folder'];
      this.setValue('folder', await keepFolder(await pickFolder()));
      if (before) await forgetFolder(before);
    });
  };

  /** To be called in a click: the browser asks for permission only there, before anything is waited for. */
  readonly connect = (): void => {
    void this.work(async () => {
      const place = { backend: this.chosen.value, settings: { ...this.values.value } };
      const store = openPlace(place);
      await allow(place);
      const capabilities = await backendOf(place).probe(store);
      this.found.value = { place, store, capabilities, there: await hasVault(store) };
    });
  };

  /** Makes or joins the vault, keeps the place and syncs for the first time. */
  readonly openVault = (given: Given): void => {
    void this.work(async () => {
      const { found } = this;
      if (!found.value) return;
      const { place, store, there } = found.value;
      const sheet = there ? undefined : await createVault({ store, name: given.name }, given.passphrase ?? '');
      if (there) await joinVault({ store, name: given.name }, openerOf(given));
      // Before the sheet is shown: whoever is done with it at once must find the place kept.
      await keepPlace(place);
      this.sheet.value = sheet;
      void send('sync', { why: 'asked' });
    });
  };

  /** Takes the place that was found for the vault this browser is in already. */
  readonly repair = (done: () => void): void => {
    void this.work(async () => {
      if (!this.found.value?.there) throw new SyncProblem('noVault', 'There is no vault in this place.');
      await keepPlace(this.found.value.place);
      void send('sync', { why: 'asked' });
      done();
    });
  };
}

/** Asks for what the place needs; what is granted already is not asked for again. @throws SyncProblem `noPermission` */
export async function allow(place: SyncPlace): Promise<void> {
  const origins = backendOf(place).origins(place.settings);
  const granted = origins.length === 0 || (await browser.permissions.request({ origins }));
  if (!granted) throw new SyncProblem('noPermission', 'The permission for the server was not given.');
  if (place.settings['folder']) await allowFolder(place.settings['folder']);
}

function openerOf({ passphrase, recoveryCode }: Given): { passphrase: string } | { recoveryCode: string } {
  return recoveryCode === undefined ? { passphrase: passphrase ?? '' } : { recoveryCode };
}
