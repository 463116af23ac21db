import { useEffect, useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { TagBox } from '../../../../components/tagbox/TagBox';
import { statusText } from '../../../../components/wording/facts';
import { STATUSES, type Status } from '../../../../core/talk';
import { type NewTalks as Defaults, readSetting, writeSetting } from '../../../../storage/settings';
import type { App } from '../../app';
import type { Section } from '../section';

export default { place: 20, heading: () => i18n.t('settings.newTalks'), View: NewTalks } satisfies Section;

/** What a talk starts with when it is saved. */
function NewTalks({ app: { shelf } }: { app: App }) {
  const status = useId();
  const [defaults, setDefaults] = useState<Defaults>({ tags: [], status: 'to watch' });
  useEffect(() => void readSetting('newTalks').then((kept) => kept && setDefaults(kept)), []);
  const change = (part: Partial<Defaults>) => {
    const changed = { ...defaults, ...part };
    setDefaults(changed);
    void writeSetting('newTalks', changed);
  };
  return (
    <>
      <div class="labelled">
        <span class="label">{i18n.t('settings.newTags')}</span>
        <TagBox
          label={i18n.t('settings.newTags')}
          inputId="settings-new-tags"
          tags={defaults.tags}
          inUse={shelf.inUse.value}
          change={(tags) => change({ tags })}
          wake={shelf.needTags}
        />
        <p class="help">{i18n.t('settings.newTagsHelp')}</p>
      </div>
      <div class="labelled">
        <label class="label" for={status}>
          {i18n.t('settings.newStatus')}
        </label>
        <select
          id={status}
          class="field settings-select"
          value={defaults.status}
          onChange={(event) => change({ status: event.currentTarget.value as Status })}
        >
          {STATUSES.map((each) => (
            <option key={each} value={each}>
              {statusText(each)}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}
