import { i18n } from '#i18n';
import type { SyncProblemKind } from '../../storage/sync/problem';
import { Notice } from '../notices/Notice';

export interface SyncProblemNoticeProps {
  kind: SyncProblemKind;
  /** A deed that may mend it, with its name. */
  action?: string;
  act?: () => void;
}

/** Why sync does not work, what is kept, and what to do. */
export function SyncProblemNotice({ kind, action, act }: SyncProblemNoticeProps) {
  return <Notice tone="danger" text={i18n.t(`sync.problem.${kind}`)} help={i18n.t(`sync.problem.${kind}Help`)} action={action} act={act} />;
}
