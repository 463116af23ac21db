import { fold } from '../../core/fold';
import { line } from '../input/text';

/** Characters that a file system or Obsidian gives a meaning to. */
const UNFIT = /[\\/:*?"<>|#^[\]%]/g;
/** Names that Windows keeps for devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const MOST_CHARS = 100;

/** Names for the files of one archive: what a file system can hold of a title, each only once, whatever the case. */
export class FileNames {
  private readonly taken = new Map<string, number>();

  /** A name without folder and extension. */
  of(title: string): string {
    const plain = line(title, MOST_CHARS * 2)
      .replace(UNFIT, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[\s.]+/, '');
    const cut = plain
      .slice(0, MOST_CHARS)
      .replace(/[\ud800-\udbff]$/, '')
      .replace(/(?<![\s.])[\s.]+$/, '');
    const name = !cut || DEVICE.test(cut) ? `Talk ${cut}`.trim() : cut;
    const count = (this.taken.get(fold(name)) ?? 0) + 1;
    this.taken.set(fold(name), count);
    return count === 1 ? name : this.of(`${name.slice(0, MOST_CHARS - 10)} (${count})`);
  }
}
