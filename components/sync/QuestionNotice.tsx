import { i18n } from '#i18n';
import type { Question } from '../../storage/sync/report';
import { Notice } from '../notices/Notice';
import { numberText } from '../wording/locale';

/** The numbers of something large, before it is done. Doing nothing leaves everything as it is. */
export function QuestionNotice({ question, agree }: { question: Question; agree: () => void }) {
  const { kind } = question;
  const number = (of: 'here' | 'there' | 'changed' | 'deleted') => numberText(question[of]);
  const text =
    kind === 'join'
      ? i18n.t('sync.askJoin', [number('here'), number('there')])
      : i18n.t('sync.askMass', [number('here'), number('changed'), number('deleted'), number('there')]);
  return (
    <Notice
      tone="warning"
      text={text}
      help={i18n.t(kind === 'join' ? 'sync.askJoinHelp' : 'sync.askMassHelp')}
      action={i18n.t(kind === 'join' ? 'sync.agreeJoin' : 'sync.agreeMass')}
      act={agree}
    />
  );
}
