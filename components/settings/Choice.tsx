import { useId } from 'preact/hooks';

export interface ChoiceProps<V extends string> {
  label: string;
  options: readonly { value: V; text: string; help?: string }[];
  value: V;
  choose: (value: V) => void;
}

/** One of a few: radio buttons, each with a line that says what it means. */
export function Choice<V extends string>({ label, options, value, choose }: ChoiceProps<V>) {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend class="label">{label}</legend>
      {options.map((option) => (
        <label class="choice-option" key={option.value}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            aria-describedby={option.help ? `${name}-${option.value}` : undefined}
            onChange={() => choose(option.value)}
          />
          <span>
            {option.text}
            {option.help && (
              <span class="help" id={`${name}-${option.value}`}>
                {option.help}
              </span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
