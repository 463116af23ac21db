import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A view whose code is fetched when it is first shown. `load` must be the same function every time. */
export function Lazily<P extends object>({ load, props }: { load: () => Promise<ComponentType<P>>; props: P }) {
  const [View, setView] = useState<ComponentType<P>>();
  useEffect(() => {
    let wanted = true;
    load().then(
      (view) => wanted && setView(() => view),
      (error: unknown) => console.error('talkshelf: a part of the view could not be loaded', error),
    );
    return () => {
      wanted = false;
    };
  }, [load]);
  return View ? <View {...props} /> : null;
}
