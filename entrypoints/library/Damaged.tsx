import { useEffect, useState } from 'preact/hooks';
import { DamageNotice } from '../../components/notices/DamageNotice';
import { type BackupNote, listBackups } from '../../storage/backup/catalogue';
import { type Damage, readSetting, writeSetting } from '../../storage/settings';
import { restoreAddress } from './backups/address';

/** Tells of a library that the browser replaced, and brings the backup back, until it is read. */
export function Damaged() {
  const [found, setFound] = useState<{ damage?: Damage; backup?: BackupNote }>({});
  useEffect(() => void look().then(setFound), []);
  const { damage, backup } = found;
  if (!damage) return null;
  const seen = () => {
    setFound({});
    void writeSetting('damage', undefined);
  };
  const offered = backup && { madeAt: backup.madeAt, address: restoreAddress(backup.id) };
  return <DamageNotice damage={damage} backup={offered} seen={seen} />;
}

/** The last backup is of the library as it was: none is made while the damage is not read. */
async function look(): Promise<{ damage?: Damage; backup?: BackupNote }> {
  const [damage, [backup]] = await Promise.all([readSetting('damage'), listBackups()]);
  return { damage, backup };
}
