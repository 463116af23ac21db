import { browser } from 'wxt/browser';
import { listBackups, sizeOfBackups } from '../../../storage/backup/catalogue';
import { indexFigures, libraryFigures } from '../../../storage/health';
import { readSetting } from '../../../storage/settings';
import { syncOverview } from '../../../storage/sync/overview';

export const SUBJECTS = ['library', 'index', 'backups', 'permissions', 'alarms', 'sync', 'storage'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** What a check found. Figures and instants alone, so that whoever sends the report gives away nothing of what is saved. */
export interface Check {
  subject: Subject;
  state: 'good' | 'attention' | 'bad';
  figures: Record<string, number | string | boolean>;
}

type Found = Omit<Check, 'subject'>;

const CHECKS: Record<Subject, () => Promise<Found>> = {
  library: async () => {
    const figures = await libraryFigures();
    const agrees = figures.noted === figures.counted && figures.highest <= figures.sequence;
    return { state: agrees ? 'good' : 'bad', figures: { ...figures } };
  },
  index: async () => {
    const figures = await indexFigures();
    const isRight = figures.isWhole && figures.version === figures.current;
    return { state: isRight ? 'good' : 'bad', figures: { ...figures } };
  },
  backups: async () => {
    const [[newest, ...others], bytes, failed] = await Promise.all([listBackups(), sizeOfBackups(), readSetting('backupFailed')]);
    const figures = {
      kept: newest ? others.length + 1 : 0,
      bytes,
      madeAt: newest?.madeAt ?? '',
      talks: newest?.count ?? 0,
      failedAt: failed ?? '',
    };
    return { state: failed ? 'bad' : newest ? 'good' : 'attention', figures };
  },
  permissions: async () => {
    const [{ permissions = [], origins = [] }, lost = []] = await Promise.all([browser.permissions.getAll(), readSetting('lostOrigins')]);
    // Which sites those are is nobody's business.
    return {
      state: lost.length > 0 ? 'attention' : 'good',
      figures: { permissions: permissions.join(' '), sites: origins.length, lost: lost.length },
    };
  },
  alarms: async () => {
    const names = (await browser.alarms.getAll()).map(({ name }) => name).sort();
    const needed = (await syncOverview()) ? ['sync'] : [];
    return { state: needed.every((name) => names.includes(name)) ? 'good' : 'bad', figures: { alarms: names.join(' ') } };
  },
  sync: async () => {
    const overview = await syncOverview();
    if (!overview) return { state: 'good', figures: { isSetUp: false } };
    const { devices, succeededAt = '', waiting, last } = overview;
    const figures = { isSetUp: true, devices: devices.length, succeededAt, waiting, last: last?.status ?? '' };
    return { state: succeededAt && last?.status !== 'failed' ? 'good' : 'attention', figures };
  },
  storage: async () => {
    const { usage = 0, quota = 0 } = await navigator.storage.estimate();
    return { state: quota > 0 && usage > quota * 0.9 ? 'attention' : 'good', figures: { usage, quota } };
  },
};

/** Looks at everything; what cannot even be looked at is bad, with the reason's kind. */
export async function checkAll(): Promise<Check[]> {
  return Promise.all(
    SUBJECTS.map(async (subject) => {
      try {
        return { subject, ...(await CHECKS[subject]()) };
      } catch (error) {
        console.error('talkshelf: a check failed', error);
        return { subject, state: 'bad', figures: { problem: error instanceof Error ? error.name : 'unknown' } };
      }
    }),
  );
}

/** What was found, as a file for whoever helps: versions and figures, no title, address, name or token. */
export function reportOf(checks: readonly Check[], now = new Date()): string {
  const { version } = browser.runtime.getManifest();
  return `${JSON.stringify({ report: 'talkshelf', version, browser: navigator.userAgent, madeAt: now.toISOString(), checks }, undefined, 2)}\n`;
}
