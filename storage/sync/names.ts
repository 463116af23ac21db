/** Names of the vault's own files. What else lies in a folder (a server's droppings, another program's conflict copies) is passed over. */
export function isOurs(name: string): boolean {
  return /^\w[\w.-]{0,199}$/.test(name) && !/\.(crswap|tmp|part|partial)$/.test(name);
}

/** The path of a file in a folder: `v1/h` and `x.a` give `v1/h/x.a`. */
export function within(folder: string, name: string): string {
  return `${folder.replace(/(?<!\/)\/+$/, '')}/${name}`;
}

/** The folder of a file; empty for one at the top. */
export function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

/** As long as clocks of file systems may stand still: FAT counts in steps of two seconds. */
const COARSE = 2_000;

/**
 * A version out of a file's time and size, for places that name none. While the file is so young that another write could get the same time, the
 * version is one that never comes again, so that the file is read once more at the next listing (git treats its index the same way).
 * @param changed @param now milliseconds, both by the clock of the place
 */
export function versionByTime(changed: number, size: number, now: number): string {
  const settled = now - changed > COARSE;
  return settled ? `${changed}-${size}` : `${changed}-${size}-at-${now}-${crypto.randomUUID()}`;
}
