import { useRef, useState } from "react";
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from "react-aria-components";
import { useNavigate } from "react-router";
import { addressOf, kindOf, nameOf } from "../address/things";
import { SearchDocument } from "../api/operations";
import { useAsk } from "../api/use-ask";
import { useLate } from "../parts/use-late";

const MOST = 8;
const WAIT_MS = 120;

/** Search that suggests while one types, and forgives slips. Goes on with what was begun before it was there. */
export default function SearchBox({ begun }: { begun: string }) {
  const navigate = useNavigate();
  const [text, setText] = useState(begun);
  const field = useRef<HTMLInputElement>(null);
  const asked = useLate(text.trim(), WAIT_MS);
  const { data } = useAsk(
    "Search",
    SearchDocument,
    { text: asked, first: MOST },
    { isPaused: asked.length < 2, isHidden: true },
  );
  const isAnswered = data !== undefined && asked === text.trim();
  const found = asked.length < 2 ? [] : (data?.search.nodes ?? []);
  const leave = (address: string) => {
    setText("");
    field.current?.blur();
    navigate(address);
  };
  return (
    <ComboBox
      aria-label="Search"
      items={found.map((result, index) => ({ ...result, key: `${index}` }))}
      inputValue={text}
      onInputChange={setText}
      selectedKey={null}
      onSelectionChange={(key) => {
        const chosen = found[Number(key)];
        if (key !== null && chosen) leave(addressOf(chosen.node));
      }}
      allowsCustomValue
      autoFocus
      // What is found comes later than what is typed, and opens nothing by itself.
      allowsEmptyCollection
      menuTrigger="input"
    >
      <Input
        ref={field}
        // Not of type search: there, the first Escape clears the text instead of closing the list.
        type="text"
        enterKeyHint="search"
        placeholder="Search  /"
        onKeyDown={(event) => {
          const isChosen = event.currentTarget.getAttribute("aria-activedescendant");
          if (event.key === "Enter" && text.trim() && !isChosen) {
            leave(`/search?q=${encodeURIComponent(text.trim())}`);
          }
        }}
      />
      <Popover
        className="suggestions"
        placement="bottom end"
        // The page goes on beside the suggestions, which stand in the landmark of the search.
        isNonModal
        UNSTABLE_portalContainer={field.current?.closest("search") ?? undefined}
      >
        <p className="note">Enter shows everything that is found</p>
        <ListBox
          renderEmptyState={() => <p className="note">{isAnswered ? "Nothing is called like this." : "…"}</p>}
        >
          {(item: (typeof found)[number] & { key: string }) => (
            <ListBoxItem id={item.key} textValue={nameOf(item.node)}>
              <span className="suggestion">{nameOf(item.node)}</span>
              <span className="kind">{kindOf(item.node)}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
