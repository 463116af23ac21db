import { useEffect, useState } from 'preact/hooks';
import { library } from '../../storage/database';
import { readSetting, watchSetting } from '../../storage/settings';
import { Lazily } from './Lazily';

const loadDamaged = async () => (await import('./Damaged')).Damaged;
const loadLost = async () => (await import('./Lost')).Lost;

/** What a person must know before anything else, of which there is nothing on a good day. */
export function Warnings() {
  const [found, setFound] = useState({ damaged: false, lost: false });
  useEffect(() => {
    const look = () => void lookAround().then(setFound);
    look();
    // Chromium may put an empty database in place of a damaged one at any time, and the worker looks at its start only.
    void import('../../storage/watermark')
      .then(({ checkWatermark }) => checkWatermark(library))
      .catch((error: unknown) => console.warn('talkshelf: the library could not be checked', error));
    return watchSetting('damage', look);
  }, []);
  return (
    <>
      {found.damaged && <Lazily load={loadDamaged} props={{}} />}
      {found.lost && <Lazily load={loadLost} props={{}} />}
    </>
  );
}

async function lookAround(): Promise<{ damaged: boolean; lost: boolean }> {
  const [damage, lost] = await Promise.all([readSetting('damage'), readSetting('lostOrigins')]);
  return { damaged: damage !== undefined, lost: lost !== undefined };
}
