import { useEffect, useState } from "react";

/** A value that is shown changed at once, though the address that says it changes a moment later. */
export function useAtOnce<Value>(value: Value): [Value, (next: Value) => void] {
  const [shown, setShown] = useState(value);
  useEffect(() => setShown(value), [value]);
  return [shown, setShown];
}
