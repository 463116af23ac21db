import { useEffect, useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { NoticingChoiceView } from '../../../../components/settings/NoticingChoiceView';
import { SiteList } from '../../../../components/settings/SiteList';
import { hostIn, namedHost } from '../../../../core/noticing';
import { hostMeant, NoticingState } from '../../noticing';
import type { Section } from '../section';

export default { place: 10, heading: () => i18n.t('noticing.heading'), View: NoticingSection } satisfies Section;

/** Where talks are noticed without a click, and on which sites they are not. */
function NoticingSection() {
  const state = useMemo(() => new NoticingState(), []);
  useEffect(() => void state.load(), [state]);
  const { mode } = state.choice.value;
  return (
    <>
      <NoticingChoiceView mode={mode} setMode={(wanted) => void state.setMode(wanted)} refused={state.refused.value} />
      {mode !== 'click' && (
        <details>
          <summary>{i18n.t('noticing.list')}</summary>
          <div class="labelled">
            <SiteList
              sites={sitesOf(state)}
              adding={mode === 'everywhere' ? 'off' : 'on'}
              setSite={(host, on) => void state.setHost(host, on)}
              hostMeant={hostMeant}
            />
          </div>
        </details>
      )}
    </>
  );
}

/** What a person added or switched off first, then the named sites. */
function sitesOf(state: NoticingState): { host: string; on: boolean }[] {
  const { on, off } = state.choice.value;
  const added = [...on, ...off].filter((host) => namedHost(host, state.named) === undefined);
  return [...added.sort(), ...state.named.map(hostIn)].map((host) => ({ host, on: state.notices(host) }));
}
