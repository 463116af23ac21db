import { useEffect, useMemo } from 'preact/hooks';
import { LostNotice } from '../../components/notices/LostNotice';
import { NoticingState } from './noticing';

/** Tells of permissions that are gone, until they are back or done without. */
export function Lost() {
  const state = useMemo(() => new NoticingState(), []);
  useEffect(() => void state.load(), [state]);
  if (state.lost.value.length === 0) return null;
  return (
    <LostNotice
      lost={state.lost.value}
      regain={() => void state.regain()}
      accept={() => void state.accept()}
      refused={state.refused.value}
    />
  );
}
