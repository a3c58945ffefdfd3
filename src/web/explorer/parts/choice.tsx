import { useId } from "react";
import { useAtOnce } from "./use-at-once";

interface ChoiceProps {
  label: string;
  options: readonly { id: string; name: string; note?: string }[];
  value: string | undefined;
  choose(id: string): void;
}

/** One of a few: the browser's own list, which needs no script and which phones show in their way. */
export function Choice({ label, options, value, choose }: ChoiceProps) {
  const id = useId();
  const [shown, show] = useAtOnce(value ?? "");
  const change = (chosen: string) => {
    show(chosen);
    choose(chosen);
  };
  return (
    <div className="choice-of-few">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={shown} onChange={({ target }) => change(target.value)}>
        {value === undefined && <option value="">choose</option>}
        {options.map(({ id: option, name, note }) => (
          <option key={option} value={option}>
            {note ? `${name}: ${note}` : name}
          </option>
        ))}
      </select>
    </div>
  );
}
