/** What a listing said of a folder: its ETag, and the blob of each file by its path. */
export interface Known {
  etag: string;
  blobs: [path: string, oid: string][];
}

export function markOf({ etag, blobs }: Known): string {
  return JSON.stringify([etag, blobs]);
}

/** What a mark of ours says; `undefined` for anything else. */
export function knownBy(mark: string): Known | undefined {
  try {
    const [etag, blobs] = JSON.parse(mark) as [unknown, unknown];
    return typeof etag === 'string' && Array.isArray(blobs) ? { etag, blobs: blobs as Known['blobs'] } : undefined;
  } catch {
    return undefined;
  }
}
