import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { ProblemKind } from '../../storage/problem';
import { Notice } from './Notice';

/** Why the library cannot be used, what is kept, and what to do. */
export function ProblemNotice({ kind, retry, children }: { kind: ProblemKind; retry?: () => void; children?: ComponentChildren }) {
  return (
    <Notice
      tone="danger"
      text={i18n.t(`problem.${kind}`)}
      help={i18n.t(`problem.${kind}Help`)}
      action={retry && i18n.t('problem.retry')}
      act={retry}
    >
      {children}
    </Notice>
  );
}
