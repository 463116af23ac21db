// The screens of what moves talks in and out: import, templates, the export menu and the question how to copy.

/** @typedef {import('@playwright/test').Page} Page */

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

/** @type {import('./screens.mjs').Screen[]} */
export const MOVING = [
  library('import', 'import', '.drop'),
  library('import-preview', 'import', '.drop', preview),
  library('import-lists', 'import', '.drop', lists),
  library('templates', 'templates', '.card'),
  library('template-editor', 'templates', '.card', editTemplate),
  library('template-problem', 'templates', '.card', breakTemplate),
  library('export', 'talks', '.talk[data-id]', exportMenu),
  library('export-beside-detail', 'talks', '.talk[data-id]', exportBesideDetail),
  library('copy', 'talks', '.talk[data-id]', copy),
];

/** @param {string} name @param {string} place @param {string} ready @param {(page: Page) => Promise<unknown>} [show] */
function library(name, place, ready, show) {
  return { name, path: `library.html#/${place}`, ready, ...(show && { show }) };
}

/** @param {Page} page */
async function preview(page) {
  const files = FILES.map(({ name, text }) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) }));
  await page.locator('input[type=file]').setInputFiles(files);
  await page.locator('.import-preview').waitFor();
}

/** @param {Page} page */
async function lists(page) {
  await preview(page);
  for (const summary of await page.locator('.count-line summary').all()) await summary.click();
}

/** @param {Page} page */
async function editTemplate(page) {
  await page.locator('.card button').first().click();
  await page.locator('.template-editor').waitFor();
}

/** @param {Page} page */
async function breakTemplate(page) {
  await editTemplate(page);
  await page.locator('.template-editor textarea').fill('[{{title}}]({{url}})\n{{titel}}');
}

/** @param {Page} page */
async function exportMenu(page) {
  await page.locator('#export').click();
  await page.locator('.menu-row').nth(5).waitFor();
}

/** With the cursor on a talk, so that its details are open. @param {Page} page */
async function exportBesideDetail(page) {
  await page.locator('.talk[data-id]').first().focus();
  await page.locator('.detail').waitFor();
  await exportMenu(page);
}

/** @param {Page} page */
async function copy(page) {
  await page.locator('.talk[data-id]').nth(2).focus();
  await page.keyboard.press('c');
  await page.locator('.copy-choice').first().waitFor();
}
