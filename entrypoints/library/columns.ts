import { signal } from '@preact/signals';
import { type Column, columnsIn } from '../../components/list/columns';
import { readSetting, writeSetting } from '../../storage/settings';

/** The columns that the list is to have where there is room for them. */
export const columns = signal<readonly Column[]>([]);

export async function loadColumns(): Promise<void> {
  columns.value = columnsIn(await readSetting('columns'));
}

export function setColumns(chosen: readonly Column[]): void {
  columns.value = chosen;
  void writeSetting('columns', [...chosen]);
}
