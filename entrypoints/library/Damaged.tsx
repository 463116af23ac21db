import { useEffect, useState } from 'preact/hooks';
import { DamageNotice } from '../../components/notices/DamageNotice';
import { type Damage, readSetting, writeSetting } from '../../storage/settings';

/** Tells of a library that the browser replaced, until it is read. */
export function Damaged() {
  const [damage, setDamage] = useState<Damage>();
  useEffect(() => void readSetting('damage').then(setDamage), []);
  if (!damage) return null;
  const seen = () => {
    setDamage(undefined);
    void writeSetting('damage', undefined);
  };
  return <DamageNotice damage={damage} seen={seen} />;
}
