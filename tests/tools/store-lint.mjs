// What the Firefox store's own checker says of the build: no error, no notice, and no warning that is not explained here.
import { spawnSync } from 'node:child_process';

const BUILD = process.argv[2] ?? '.output/firefox-mv3';

/** @type {{code: string, file: RegExp, why: string}[]} */
const EXPLAINED = [
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^chunks\//,
    why: "Preact's own handling of dangerouslySetInnerHTML. We never set it: lint refuses the word, and the hostile pages of the browser tests try it.",
  },
];

const { stdout, stderr } = spawnSync('npx', ['--no-install', 'web-ext', 'lint', '-s', BUILD, '--output', 'json'], {
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
const { errors, notices, warnings } = report();
const isExplained = (/** @type {{code: string, file: string}} */ { code, file }) =>
  EXPLAINED.some((each) => each.code === code && each.file.test(file));

for (const each of warnings.filter(isExplained)) console.log(`explained: ${each.code} in ${each.file}`);
const open = [...errors, ...notices, ...warnings.filter((/** @type {any} */ each) => !isExplained(each))];
for (const each of open) console.log(`${each._type}: ${each.code} in ${each.file ?? 'the package'}: ${each.message}`);
console.log(`${errors.length} errors, ${notices.length} notices, ${warnings.length} warnings, ${open.length} of them unexplained`);
if (open.length > 0) process.exitCode = 1;

function report() {
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`web-ext lint gave no report: ${stderr || stdout}`);
  }
}
