import { useEffect, useState } from 'preact/hooks';
import { readSetting } from '../../storage/settings';
import { Lazily } from './Lazily';

const loadDamaged = async () => (await import('./Damaged')).Damaged;
const loadLost = async () => (await import('./Lost')).Lost;

/** What a person must know before anything else, of which there is nothing on a good day. */
export function Warnings() {
  const [found, setFound] = useState({ damaged: false, lost: false });
  useEffect(() => void look().then(setFound), []);
  return (
    <>
      {found.damaged && <Lazily load={loadDamaged} props={{}} />}
      {found.lost && <Lazily load={loadLost} props={{}} />}
    </>
  );
}

async function look(): Promise<{ damaged: boolean; lost: boolean }> {
  const [damage, lost] = await Promise.all([readSetting('damage'), readSetting('lostOrigins')]);
  return { damaged: damage !== undefined, lost: lost !== undefined };
}
