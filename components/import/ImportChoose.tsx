import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Icon } from '../Icon';

export interface ImportChooseProps {
  /** The names of the formats that can be read. */
  formats: readonly string[];
  open: (files: readonly File[]) => void;
}

/** The place for files: drop them, or choose them. */
export function ImportChoose({ formats, open }: ImportChooseProps) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div
      class="drop"
      data-over={over}
      onDragEnter={() => setOver(true)}
      onDragLeave={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setOver(false)}
      onDrop={() => setOver(false)}
    >
      <Icon name="import" />
      <p class="drop-text">{i18n.t('import.drop')}</p>
      <button type="button" class="primary" onClick={() => input.current?.click()}>
        {i18n.t('import.choose')}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={i18n.t('import.choose')}
        onChange={(event) => {
          open([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      <p class="quiet-text">{i18n.t('import.dropHelp')}</p>
      <details class="drop-formats">
        <summary>{i18n.t('import.formats')}</summary>
        <ul>
          {formats.map((format) => (
            <li key={format}>{format}</li>
          ))}
          <li>{i18n.t('import.documents')}</li>
        </ul>
      </details>
    </div>
  );
}
