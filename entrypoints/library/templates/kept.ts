import { i18n } from '#i18n';
import { templatesIn } from '../../../formats/templates/kept';
import { PRESETS } from '../../../formats/templates/presets';
import { type Template, writeTalks } from '../../../formats/templates/template';
import { readSetting, writeSetting } from '../../../storage/settings';

/** A template as menus show it. Shipped ones and one's own may have the same name, but never the same id. */
export interface Entry {
  id: string;
  label: string;
  template: Template;
  /** Whether it came with the extension and cannot be changed. */
  isPreset: boolean;
}

/** The shipped templates, and those somebody made. */
export async function everyTemplate(): Promise<Entry[]> {
  const own = await ownTemplates();
  return [
    ...PRESETS.map((template) => ({
      id: `preset:${template.name}`,
      label: i18n.t('templates.preset', [template.name]),
      template,
      isPreset: true,
    })),
    ...own.map((template) => ({ id: `own:${template.name}`, label: template.name, template, isPreset: false })),
  ];
}

export async function ownTemplates(): Promise<Template[]> {
  return templatesIn(await readSetting('templates'));
}

export async function keepTemplates(templates: readonly Template[]): Promise<void> {
  await writeSetting('templates', [...templates]);
}

/** How a template makes a file of talks. Rejects for one that is gone. */
export async function templateMaker(id: string) {
  const entry = (await everyTemplate()).find((each) => each.id === id);
  if (!entry) throw new Error(`talkshelf: no template ${id}`);
  const { label, template } = entry;
  const { extension = 'txt' } = template;
  return { label, extension, mime: 'text/plain', write: (talks: Parameters<typeof writeTalks>[1]) => writeTalks(template, talks) };
}
