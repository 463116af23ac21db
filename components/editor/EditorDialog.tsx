import { i18n } from '#i18n';
import { Modal } from '../Modal';
import { TalkEditor, type TalkEditorProps } from './TalkEditor';

/** The editor over a narrow view. */
export function EditorDialog(props: TalkEditorProps) {
  return (
    <Modal heading={i18n.t('editor.heading')} close={props.cancel}>
      <TalkEditor {...props} />
    </Modal>
  );
}
