import { i18n } from '#i18n';
import type { TemplateProblem } from '../../formats/templates/template';

const KEYS = {
  'too long': 'templates.problem.tooLong',
  syntax: 'templates.problem.syntax',
  'unknown field': 'templates.problem.unknownField',
  'not supported': 'templates.problem.notSupported',
  'list in itself': 'templates.problem.listInItself',
} as const satisfies Record<TemplateProblem['problem'], string>;

/** What is wrong with a template, and in which line. */
export function problemText({ problem, line, detail }: TemplateProblem): string {
  return i18n.t('templates.problemAt', [String(line), i18n.t(KEYS[problem], [detail])]);
}
