import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { safeUrl } from '../../core/url';
import type { Speaker, Talk, TalkLink } from '../../core/talk';
import { Icon, type IconName } from '../Icon';
import { Tag } from '../tagbox/Tag';
import { dateText, dayText } from '../wording/dates';
import { kindText, linkText, statusText } from '../wording/facts';
import { locale } from '../wording/locale';

export interface TalkDetailProps {
  talk: Talk;
  edit: () => void;
  copy: () => void;
  copyLink: () => void;
  remove: () => void;
  close: () => void;
}

/** Everything that is known of a talk, with all its links. */
export function TalkDetail({ talk, edit, copy, copyLink, remove, close }: TalkDetailProps) {
  return (
    <article class="detail" aria-labelledby="detail-title">
      <div class="detail-tools">
        <span class="status-label" data-status={talk.status}>
          <Icon name={talk.status} />
          {statusText(talk.status)}
        </span>
        <button type="button" class="icon-button" aria-label={i18n.t('talk.edit')} onClick={edit}>
          <Icon name="edit" />
        </button>
        <button type="button" class="icon-button" aria-label={i18n.t('talk.copy')} aria-keyshortcuts="c" onClick={copy}>
          <Icon name="copy" />
        </button>
        <button type="button" class="icon-button" aria-label={i18n.t('talk.copyLink')} title={i18n.t('talk.copyLink')} onClick={copyLink}>
          <Icon name="link" />
        </button>
        <button type="button" class="icon-button" aria-label={i18n.t('talk.delete')} onClick={remove}>
          <Icon name="delete" />
        </button>
        <button type="button" class="icon-button detail-close" aria-label={i18n.t('library.close')} onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      <p class="kind">{kindText(talk.kind)}</p>
      <h2 id="detail-title" dir="auto">
        {talk.title || i18n.t('talk.untitled')}
      </h2>
      <dl class="facts">
        <Fact label={i18n.t('talk.speakers')}>{talk.speakers.length > 0 && <Speakers speakers={talk.speakers} />}</Fact>
        <Fact label={i18n.t('talk.event')}>{talk.event && <Address url={talk.event.url} text={talk.event.name} />}</Fact>
        <Fact label={i18n.t('talk.date')}>{dateText(talk.starts, locale())}</Fact>
        <Fact label={i18n.t('talk.location')}>{talk.location}</Fact>
        <Fact label={i18n.t('talk.tags')}>{talk.tags.length > 0 && <Tags tags={talk.tags} />}</Fact>
      </dl>
      <Links links={talk.links} />
      {talk.note && <Text label={i18n.t('talk.note')} text={talk.note} />}
      {talk.abstract && <Text label={i18n.t('talk.abstract')} text={talk.abstract} />}
      <p class="detail-source">
        {i18n.t('talk.source')} <Address url={talk.source.url} text={talk.source.title || talk.source.url} />
        {' · '}
        {i18n.t('talk.savedOn', [dayText(talk.savedAt, locale())])}
      </p>
    </article>
  );
}

function Fact({ label, children }: { label: string; children?: ComponentChildren }) {
  if (!children) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}

function Speakers({ speakers }: { speakers: readonly Speaker[] }) {
  return (
    <ul class="plain">
      {speakers.map(({ name, affiliation, url }) => (
        <li key={name}>
          <Address url={url} text={name} />
          {affiliation && <span class="quiet-text"> · {affiliation}</span>}
        </li>
      ))}
    </ul>
  );
}

function Tags({ tags }: { tags: readonly string[] }) {
  return (
    <ul class="plain inline">
      {tags.map((tag) => (
        <li key={tag}>
          <Tag tag={tag} />
        </li>
      ))}
    </ul>
  );
}

function Links({ links }: { links: readonly TalkLink[] }) {
  const safe = links.filter(({ url }) => safeUrl(url));
  if (safe.length === 0) return null;
  return (
    <section>
      <h3>{i18n.t('talk.links')}</h3>
      <ul class="plain links">
        {safe.map(({ url, kind, label }) => (
          <li key={url}>
            <Icon name={kind === 'page' || kind === 'other' ? 'open' : (kind as IconName)} />
            <Address url={url} text={label || linkText(kind)} />
            <span class="quiet-text">{hostOf(url)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Text({ label, text }: { label: string; text: string }) {
  return (
    <section>
      <h3>{label}</h3>
      <p class="long-text" dir="auto">
        {text}
      </p>
    </section>
  );
}

/** A link of a talk, where its address may be opened; else its text alone. */
function Address({ url, text }: { url: string | undefined; text: string }) {
  const address = safeUrl(url);
  if (!address) return <span dir="auto">{text}</span>;
  return (
    <a href={address} target="_blank" rel="noreferrer" dir="auto">
      {text}
    </a>
  );
}

function hostOf(url: string): string {
  return new URL(url).host;
}
