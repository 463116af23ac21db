/** The forms in which descriptions on meeting sites announce talks; invented people and talks. */
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { readMeetingText } from '../../../extractors/meeting-text';
import { pageOf } from '../../../extractors/page';

function read(html: string, title = 'Soirée du mois') {
  const { document } = parseHTML(`<html lang="fr"><body><main>${html}</main></body></html>`);
  const page = pageOf(document, 'https://www.meetup.com/brumes/events/1/');
  const talks = readMeetingText(document.querySelector('main')!, { title, starts: '2026-06-25T18:45+02:00' }, page);
  return talks.map((talk) => [talk.title, talk.speakers?.map(({ name }) => name).join('+'), talk.starts?.slice(11, 16)].filter(Boolean));
}

describe('talks are announced', () => {
  it.each<[string, string, (string | undefined)[][]]>([
    [
      'behind an emoji, with a byline',
      '<p>🦀 <strong>Bateaux sans rames - par Aurore Lemaitre, marin</strong></p><p>Texte.</p><p>🦀 <strong>Phares - par Basile Quentin</strong></p>',
      [
        ['Bateaux sans rames', 'Aurore Lemaitre'],
        ['Phares', 'Basile Quentin'],
      ],
    ],
    [
      'bold, the people on the next line',
      '<p><strong>🧠 Talks</strong><br><strong>Par-delà les ports : une carte ouverte</strong><br>Aurore Lemaitre &amp; Basile Quentin</p>',
      [['Par-delà les ports : une carte ouverte', 'Aurore Lemaitre+Basile Quentin']],
    ],
    [
      'bold, the people beside it',
      '<p><strong>Charger mille bateaux par minute</strong> Aurore Lemaitre</p><p>Texte.</p>',
      [['Charger mille bateaux par minute', 'Aurore Lemaitre']],
    ],
    [
      'numbered with the person, the title below',
      '<p><strong>🎤 Talk 1 avec Aurore Lemaitre</strong><br><strong>Cartes | faut-il les plier ?</strong><br>Texte.</p><p><strong>🎤 Talk 2 avec Basile Quentin</strong><br><strong>Phares sans gardien</strong></p>',
      [
        ['Cartes | faut-il les plier ?', 'Aurore Lemaitre'],
        ['Phares sans gardien', 'Basile Quentin'],
      ],
    ],
    [
      'in a sentence',
      '<p>Puis un talk de <strong>Aurore Lemaitre</strong> : "Refaire un quai : par où commencer"</p>',
      [['Refaire un quai : par où commencer', 'Aurore Lemaitre']],
    ],
    [
      'in a programme with times',
      '<p>18:45 → Accueil</p><p>19:00 Bateaux sans rames - Aurore Lemaitre</p><p>19:40 Phares sans gardien - Basile Quentin</p><p>20:15 Apéro</p>',
      [
        ['Bateaux sans rames', 'Aurore Lemaitre', '19:00'],
        ['Phares sans gardien', 'Basile Quentin', '19:40'],
      ],
    ],
    [
      'with biographies after them',
      '<p>📢 Aurore Lemaitre : "Bateaux sans rames"</p><p><strong>Aurore Lemaitre :</strong> Capitaine au long cours, passionnée de cartes.</p>',
      [['Bateaux sans rames', 'Aurore Lemaitre']],
    ],
  ])('%s', (_, html, talks) => {
    expect(read(html)).toEqual(talks);
  });

  it('but places, thanks and hours are none', () => {
    expect(
      read(
        '<p>📍 <strong>Hangar des Brumes - 3 quai du Port, 31000 Brumes</strong></p><p><strong>Pizzas offertes par le Hangar</strong></p><p>🙏 Merci à Otso Lab</p>',
      ),
    ).toEqual([]);
  });
});
