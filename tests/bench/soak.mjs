// npm run soak [-- --minutes N]: a day's use in minutes (10 unless told), and whether memory, handles, storage and alarms are flat at its end.
import { launch } from '../tools/chromium.mjs';
import { Report } from './report.mjs';
import { compared, soak } from './soak/soak.mjs';

const flag = process.argv.indexOf('--minutes');
const session = await launch();
const { done, samples } = await soak(session, flag < 0 ? 10 : Number(process.argv[flag + 1]));
await session.close();
const { pairs, grown } = compared(samples);
const report = new Report('soak');
for (const [what, count] of Object.entries(done)) report.add(what, count, '');
for (const { what, first, last } of pairs)
  report.add(what, last, '', `times the first quarter's ${first.toFixed(2)}`, first > 0 ? last / first : 1);
report.end();
if (grown.length > 0) {
  console.error(`not flat: ${grown.join(', ')}`);
  process.exitCode = 1;
}
