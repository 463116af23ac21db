import { browser } from 'wxt/browser';
import { tagColours } from '../../components/tagbox/Tag';
import { coloured, type TagColour, tagColoursIn } from '../../core/tag-colours';
import '../../components/style/tag-colours.css';
import { readSetting, writeSetting } from '../../storage/settings';

/** Shows tags in their colours, now and whenever another page changes them. */
export async function followTagColours(): Promise<void> {
  browser.storage.local.onChanged.addListener(({ tagColours: changed }) => {
    if (changed) tagColours.value = tagColoursIn(changed.newValue);
  });
  tagColours.value = tagColoursIn(await readSetting('tagColours'));
}

/** Gives a tag a colour, or the usual one. */
export function setTagColour(tag: string, colour: TagColour | undefined): void {
  tagColours.value = coloured(tagColours.peek(), tag, colour);
  void writeSetting('tagColours', Object.fromEntries(tagColours.peek()));
}
