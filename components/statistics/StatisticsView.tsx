import { i18n } from '#i18n';
import type { Statistics } from '../../storage/statistics';
import { Empty } from '../manage/Empty';
import { dateText } from '../wording/dates';
import { locale, numberText } from '../wording/locale';
import { Bars } from './Bars';
import { Columns } from './Columns';
import { Figure } from './Figure';
import { Ribbons } from './Ribbons';

/** What is on the shelf, in four charts. */
export function StatisticsView({ found }: { found: Statistics }) {
  if (found.total === 0) return <Empty icon="statistics" text={i18n.t('library.empty')} help={i18n.t('statistics.emptyHelp')} />;
  return (
    <div class="figures">
      <Saved {...found} />
      <Held {...found} />
      <Events {...found} />
      <Tags {...found} />
    </div>
  );
}

/** Saved talks by when they were saved, and what of them is watched. */
function Saved({ saved, total }: Statistics) {
  const watched = saved.reduce((sum, each) => sum + each.watched, 0);
  const labels = saved.map(({ period }) => periodText(period));
  return (
    <Figure
      heading={i18n.t('statistics.saved')}
      summary={i18n.t('statistics.savedSummary', [numberText(total), numberText(watched)])}
      head={[i18n.t('statistics.period'), i18n.t('statistics.kept'), i18n.t('status.watched')]}
      rows={saved.map(({ count, watched: part }, place) => [labels[place] ?? '', numberText(count), numberText(part)])}
      legend={
        <p class="legend">
          <span class="legend-mark" /> {i18n.t('statistics.kept')}: {numberText(total)}
          <span class="legend-mark legend-part" /> {i18n.t('status.watched')}: {numberText(watched)}
        </p>
      }
    >
      <Columns labels={labels} series={[saved.map(({ count }) => count), saved.map((each) => each.watched)]} />
    </Figure>
  );
}

function Held({ held }: Statistics) {
  if (held.length === 0) return null;
  const labels = held.map(({ period }) => periodText(period));
  const best = held.reduce((a, b) => (b.count > a.count ? b : a));
  return (
    <Figure
      heading={i18n.t('statistics.held')}
      summary={i18n.t('statistics.heldSummary', [periodText(best.period), numberText(best.count)])}
      head={[i18n.t('statistics.period'), i18n.t('statistics.talks')]}
      rows={held.map(({ count }, place) => [labels[place] ?? '', numberText(count)])}
    >
      <Columns labels={labels} series={[held.map(({ count }) => count)]} />
    </Figure>
  );
}

function Events({ events }: Statistics) {
  const [first] = events;
  if (!first) return null;
  return (
    <Figure
      heading={i18n.t('statistics.events')}
      summary={i18n.t('statistics.mostSummary', [first.name, numberText(first.count)])}
      head={[i18n.t('talk.event'), i18n.t('statistics.talks')]}
      rows={events.map(({ name, count }) => [name, numberText(count)])}
    >
      <Bars values={events} />
    </Figure>
  );
}

function Tags({ tags, saved }: Statistics) {
  const [first] = tags;
  const [start, end] = [saved[0], saved.at(-1)];
  if (!first || !start || !end) return null;
  return (
    <Figure
      heading={i18n.t('statistics.tags')}
      summary={i18n.t('statistics.mostSummary', [first.name, numberText(first.count)])}
      head={[i18n.t('statistics.period'), ...tags.map(({ name }) => name)]}
      rows={saved.map(({ period }, place) => [periodText(period), ...tags.map(({ counts }) => numberText(counts[place] ?? 0))])}
    >
      <Ribbons values={tags} ends={[periodText(start.period), periodText(end.period)]} />
    </Figure>
  );
}

function periodText(period: string): string {
  return dateText(period, locale());
}
