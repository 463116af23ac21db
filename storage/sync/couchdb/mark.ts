/** How far a listing knows the database: a place in its sequence of changes, and what the folder held there. */
export interface Known {
  since: string;
  revisions: Map<string, string>;
}

/** A listing larger than this is asked for anew rather than carried along. */
const MOST_CARRIED = 500;

export function markOf({ since, revisions }: Known): string | undefined {
  return revisions.size > MOST_CARRIED ? undefined : JSON.stringify([since, [...revisions]]);
}

/** What a mark of ours says; `undefined` for anything else. */
export function knownBy(mark: string): Known | undefined {
  try {
    const [since, entries] = JSON.parse(mark) as [unknown, unknown];
    return typeof since === 'string' && Array.isArray(entries) ? { since, revisions: new Map(entries as [string, string][]) } : undefined;
  } catch {
    return undefined;
  }
}
