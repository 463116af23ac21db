import { checksum } from './bytes';
import type { Section, Stretch } from './segment-format';
import { Damaged } from './source';

/** Gives the bytes stored under a key of searchParts. */
export type PartStore = (key: string) => Promise<Blob | undefined>;

/** Reads stretches of a segment's parts; a part is opened once, and only what is asked for is read. */
export class PartReader {
  private readonly blobs = new Map<number, Promise<Blob>>();
  /** What is held in memory, by part. */
  private readonly held = new Map<number, { offset: number; bytes: Uint8Array<ArrayBuffer> }[]>();

  constructor(
    private readonly store: PartStore,
    private readonly keys: readonly string[],
  ) {}

  async read(stretch: Stretch): Promise<Uint8Array<ArrayBuffer>> {
    return this.inMemory(stretch) ?? (await this.readBlob(stretch));
  }

  /** Reads a stretch and keeps it: what lies in it is read from memory from then on. */
  async hold(stretch: Stretch): Promise<void> {
    if (this.holds(stretch)) return;
    const bytes = await this.readBlob(stretch);
    this.held.set(stretch.part, [...(this.held.get(stretch.part) ?? []), { offset: stretch.offset, bytes }]);
  }

  holds(stretch: Stretch): boolean {
    return this.inMemory(stretch) !== undefined;
  }

  private inMemory({ part, offset, bytes }: Stretch): Uint8Array<ArrayBuffer> | undefined {
    const held = this.held.get(part)?.find((each) => each.offset <= offset && offset + bytes <= each.offset + each.bytes.length);
    return held?.bytes.subarray(offset - held.offset, offset - held.offset + bytes);
  }

  private async readBlob({ part, offset, bytes }: Stretch): Promise<Uint8Array<ArrayBuffer>> {
    const blob = await this.open(part);
    if (offset + bytes > blob.size) throw new Damaged('a part is too short');
    try {
      return new Uint8Array(await blob.slice(offset, offset + bytes).arrayBuffer());
    } catch (cause) {
      // The browser keeps Blobs in files of their own, which can be gone.
      throw new Damaged('a part cannot be read', { cause });
    }
  }

  /** Reads what has one checksum. */
  async section(section: Section): Promise<Uint8Array<ArrayBuffer>> {
    return checked(await this.read(section), section);
  }

  /** Reads two sections of a part, one behind the other, at once. */
  async sections(one: Section, other: Section): Promise<[Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>]> {
    const bytes = await this.read({ ...one, bytes: other.offset + other.bytes - one.offset });
    return [checked(bytes.slice(0, one.bytes), one), checked(bytes.slice(other.offset - one.offset), other)];
  }

  private open(part: number): Promise<Blob> {
    const known = this.blobs.get(part);
    if (known) return known;
    const opening = this.find(part);
    this.blobs.set(part, opening);
    return opening;
  }

  private async find(part: number): Promise<Blob> {
    const blob = await this.store(this.keys[part] ?? '');
    if (!blob) throw new Damaged('a part is missing');
    return blob;
  }
}

function checked(bytes: Uint8Array<ArrayBuffer>, { sum }: Section): Uint8Array<ArrayBuffer> {
  if (checksum(bytes) !== sum) throw new Damaged('a section');
  return bytes;
}
