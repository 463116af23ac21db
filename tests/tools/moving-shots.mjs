// The screenshots of what moves talks in and out: import, templates, the export menu and the question how to copy.
import { join } from 'node:path';

/** Talks that are new, one that is there otherwise, and two that cannot be taken. */
const FILES = [
  {
    name: 'reading-list.csv',
    text: [
      'title,url,tags,note',
      'Queues That Never Forget,https://talks.example/queues,distributed;queues,',
      'Small Fonts for Large Screens,https://talks.example/small-fonts,fonts,see slide 12',
      'What the Scheduler Knows,https://talks.example/what-the-scheduler-knows,linux;to read,ask about deadlines',
      'A Talk Without a Link,,,',
      'A Trap,javascript:alert(1),,',
    ].join('\n'),
  },
  { name: 'holiday.jpg.txt', text: 'nothing that is a talk' },
];

/**
 * @param {import('@playwright/test').Page} library the library page, with talks in it @param {(page: string) => string} url
 * @param {string} folder @param {string} suffix theme and width
 */
export async function shootMoving(library, url, folder, suffix) {
  /** @param {string} name */
  const shoot = (name) => library.screenshot({ path: join(folder, `${name}-${suffix}.png`) });
  await library.goto(url('library.html#/import'));
  await library.locator('.drop').waitFor();
  await shoot('import');
  await library
    .locator('input[type=file]')
    .setInputFiles(FILES.map(({ name, text }) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })));
  await library.locator('.import-preview').waitFor();
  await shoot('import-preview');
  for (const summary of await library.locator('.count-line summary').all()) await summary.click();
  await shoot('import-lists');
  await library.locator('.editor-foot .button').click();
  await library.goto(url('library.html#/templates'));
  await library.locator('.card').first().waitFor();
  await shoot('templates');
  await library.locator('.card button').first().click();
  await library.locator('.template-editor').waitFor();
  await shoot('template-editor');
  await library.locator('.template-editor textarea').fill('[{{title}}]({{url}})\n{{titel}}');
  await shoot('template-problem');
  await library.goto(url('library.html#/talks'));
  await library.locator('.talk').nth(3).waitFor();
  await library.locator('#export').click();
  await library.locator('.menu-row').nth(5).waitFor();
  await shoot('export');
  await library.keyboard.press('Escape');
  await library.locator('.talk').nth(2).focus();
  await library.keyboard.press('c');
  await library.locator('.copy-choice').first().waitFor();
  await shoot('copy');
  await library.keyboard.press('Escape');
}
