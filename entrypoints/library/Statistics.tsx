import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { StatisticsView } from '../../components/statistics/StatisticsView';
import { watch } from '../../storage/live';
import { type Statistics as Counted, statistics } from '../../storage/statistics';
import type { App } from './app';

/** The library in numbers, live. */
export function Statistics({ app }: { app: App }) {
  const [found, setFound] = useState<Counted>();
  useEffect(() => watch(statistics, setFound, app.fail), []);
  return found ? <StatisticsView found={found} /> : <p class="quiet-text">{i18n.t('library.loading')}</p>;
}
