import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from "react-aria-components";

interface ChoiceProps {
  label: string;
  options: readonly { id: string; name: string; note?: string }[];
  value: string | undefined;
  choose(id: string): void;
}

/** One of a few. */
export function Choice({ label, options, value, choose }: ChoiceProps) {
  return (
    <Select
      className="choice-of-few"
      selectedKey={value ?? null}
      onSelectionChange={(key) => key !== null && choose(String(key))}
      placeholder="choose"
    >
      <Label>{label}</Label>
      <Button>
        <SelectValue>{() => options.find(({ id }) => id === value)?.name ?? "choose"}</SelectValue>
        <span aria-hidden="true" className="arrow">
          ▾
        </span>
      </Button>
      <Popover className="suggestions">
        <ListBox items={options}>
          {({ id, name, note }) => (
            <ListBoxItem id={id} textValue={name}>
              <span className="suggestion">{name}</span>
              {note && <span className="kind">{note}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
