export interface TextInputProps {
  id: string;
  value: string;
  change: (value: string) => void;
  /** Shown as dots. */
  hidden?: boolean;
  dir?: 'ltr' | 'auto';
  autocomplete?: 'off' | 'new-password';
  required?: boolean;
  minLength?: number;
  maxLength?: number;
  placeholder?: string;
  wrong?: boolean;
  /** Id of the text that explains it. */
  help?: string;
}

/** A line of text, or a secret. What is typed here is left alone: no spelling help, which could send it away. */
export function TextInput({ hidden = false, change, wrong, help, dir = 'auto', autocomplete = 'off', ...rest }: TextInputProps) {
  const attributes = {
    ...{ ...rest, dir, autocomplete },
    ...{ class: 'field', spellcheck: false, 'aria-describedby': help, 'aria-invalid': wrong },
    onInput: (event: { currentTarget: HTMLInputElement }) => change(event.currentTarget.value),
  };
  return hidden ? <input type="password" {...attributes} /> : <input type="text" {...attributes} />;
}
