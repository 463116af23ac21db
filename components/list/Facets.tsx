import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { STATUSES, TALK_KINDS, LINK_KINDS } from '../../core/talk';
import { kindText, linkText, statusText } from '../wording/facts';
import { languageText, numberText } from '../wording/locale';

export const FACETS = ['status', 'tag', 'event', 'speaker', 'year', 'link', 'kind', 'language'] as const;
export type Facet = (typeof FACETS)[number];

/** One value talks can be narrowed to. */
export interface FacetValue {
  /** In the query language. */
  condition: string;
  /** As the talks have it. */
  shown: string;
  count: number;
}

export interface FacetsProps {
  groups: Partial<Record<Facet, readonly FacetValue[]>>;
  chosen: readonly string[];
  toggle: (condition: string) => void;
}

/** Everything the shown talks can be narrowed by, with counts. A group with one value for all narrows nothing and is left out. */
export function Facets({ groups, chosen, toggle }: FacetsProps) {
  return (
    <div class="facet-groups">
      {FACETS.map((facet) => {
        const values = groups[facet] ?? [];
        if (values.length < 2 && !values.some(({ condition }) => chosen.includes(condition))) return null;
        return <Group key={facet} facet={facet} values={values} chosen={chosen} toggle={toggle} />;
      })}
    </div>
  );
}

const FEW = 6;

interface GroupProps {
  facet: Facet;
  values: readonly FacetValue[];
  chosen: readonly string[];
  toggle: (condition: string) => void;
}

function Group({ facet, values, chosen, toggle }: GroupProps) {
  const [all, setAll] = useState(false);
  const shown = values.filter(({ condition }, place) => all || place < FEW || chosen.includes(condition));
  return (
    <fieldset class="facet">
      <legend>{i18n.t(`facet.${facet}`)}</legend>
      {shown.map((value) => (
        <label class="facet-value" key={value.condition}>
          <input type="checkbox" class="check" checked={chosen.includes(value.condition)} onChange={() => toggle(value.condition)} />
          <span class="facet-name" dir="auto">
            {facetText(facet, value.shown)}
          </span>
          <span class="count">{numberText(value.count)}</span>
        </label>
      ))}
      {values.length > FEW && (
        <button type="button" class="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? i18n.t('facet.fewer') : i18n.t('count.more', values.length - FEW, [numberText(values.length - FEW)])}
        </button>
      )}
    </fieldset>
  );
}

function facetText(facet: Facet, shown: string): string {
  const status = STATUSES.find((one) => facet === 'status' && one === shown);
  const kind = TALK_KINDS.find((one) => facet === 'kind' && one === shown);
  const link = LINK_KINDS.find((one) => facet === 'link' && one === shown);
  if (status) return statusText(status);
  if (kind) return kindText(kind);
  if (link) return linkText(link);
  if (facet === 'link') return i18n.t('talk.note');
  return facet === 'language' ? languageText(shown) : shown;
}
