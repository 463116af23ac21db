import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Template, TemplateProblem } from '../../formats/templates/template';
import { type Edited, inserted, rangeOfLine } from './editing';
import { Snippets } from './Snippets';
import { TemplateHead } from './TemplateHead';
import { problemText } from './problems';

/** What comes of a template: its text for a talk, or what is wrong with it. */
export type Outcome = { text: string } | { problem: TemplateProblem };

export interface TemplateEditorProps {
  template: Template;
  /** Of other templates. */
  takenNames: readonly string[];
  escapes: readonly Template['escape'][];
  snippets: Readonly<Record<string, readonly string[]>>;
  /** The template on the talk it is tried on. */
  tried: (template: Template) => Outcome;
  /** The title of that talk. */
  talk: string;
  save: (template: Template) => void;
  remove: (() => void) | undefined;
  cancel: () => void;
}

/** A template, its fields, and at every key what it makes of a talk. */
export function TemplateEditor({ template, takenNames, escapes, snippets, tried, talk, save, remove, cancel }: TemplateEditorProps) {
  const [draft, setDraft] = useState(template);
  const area = useRef<HTMLTextAreaElement>(null);
  const put = useInsertion(area, (text) => setDraft({ ...draft, text }));
  const isTaken = takenNames.includes(draft.name.trim());
  const outcome = tried(draft);
  const canSave = draft.name.trim() !== '' && !isTaken && draft.text.trim() !== '' && 'text' in outcome;
  return (
    <form
      class="template-editor"
      onSubmit={(event) => {
        event.preventDefault();
        if (canSave) save({ ...draft, name: draft.name.trim() });
      }}
    >
      <TemplateHead draft={draft} isTaken={isTaken} escapes={escapes} set={(change) => setDraft({ ...draft, ...change })} />
      <TextArea area={area} text={draft.text} outcome={outcome} set={(text) => setDraft({ ...draft, text })} />
      <Preview outcome={outcome} talk={talk} />
      <Snippets groups={snippets} insert={put} />
      <div class="editor-foot">
        <button type="submit" class="primary" disabled={!canSave}>
          {i18n.t('templates.save')}
        </button>
        <button type="button" class="button" onClick={cancel}>
          {i18n.t('editor.cancel')}
        </button>
        {remove && (
          <button type="button" class="button danger" onClick={remove}>
            {i18n.t('talk.delete')}
          </button>
        )}
      </div>
    </form>
  );
}

/** Puts snippets in at the cursor, and the cursor behind them. */
function useInsertion(area: { current: HTMLTextAreaElement | null }, set: (text: string) => void): (snippet: string) => void {
  const next = useRef<Edited | undefined>(undefined);
  useLayoutEffect(() => {
    if (!next.current) return;
    area.current?.focus();
    area.current?.setSelectionRange(next.current.start, next.current.end);
    next.current = undefined;
  });
  return (snippet) => {
    if (!area.current) return;
    const { value, selectionStart, selectionEnd } = area.current;
    next.current = inserted({ text: value, start: selectionStart, end: selectionEnd }, snippet);
    set(next.current.text);
  };
}

interface TextAreaProps {
  area: { current: HTMLTextAreaElement | null };
  text: string;
  outcome: Outcome;
  set: (text: string) => void;
}

/** The text itself; what is wrong with it stands right below, and leads to its line. */
function TextArea({ area, text, outcome, set }: TextAreaProps) {
  const id = useId();
  const problem = 'problem' in outcome ? outcome.problem : undefined;
  const show = (line: number) => {
    const { start, end } = rangeOfLine(text, line);
    area.current?.focus();
    area.current?.setSelectionRange(start, end);
  };
  return (
    <div class="labelled">
      <label class="label" for={id}>
        {i18n.t('templates.text')}
      </label>
      <textarea
        id={id}
        ref={area}
        class="field code"
        rows={6}
        dir="ltr"
        spellcheck={false}
        maxLength={20_000}
        value={text}
        aria-invalid={problem ? true : undefined}
        aria-describedby={`${id}-help`}
        onInput={(event) => set(event.currentTarget.value)}
      />
      <span class="help" id={`${id}-help`} data-wrong={problem !== undefined} role="status">
        {problem ? problemText(problem) : i18n.t('templates.textHelp', ['{{title}}', '{{{title}}}'])}
      </span>
      {problem && (
        <button type="button" class="quiet" onClick={() => show(problem.line)}>
          {i18n.t('templates.showLine', [String(problem.line)])}
        </button>
      )}
    </div>
  );
}

/** What the template makes of a talk; while something is wrong with it, what it made before. */
function Preview({ outcome, talk }: { outcome: Outcome; talk: string }) {
  const last = useRef('');
  const isStale = 'problem' in outcome;
  if (!isStale) last.current = outcome.text;
  return (
    <section class="labelled">
      <h3 class="label">{i18n.t('templates.preview', [talk])}</h3>
      <output class="template-preview" dir="auto" data-stale={isStale}>
        {last.current}
      </output>
    </section>
  );
}
