/** Takes what is kept of each key, where something is, and computes the rest. */
export async function keptOrComputed<Value>(
  keys: readonly number[],
  kept: (keys: readonly number[]) => Promise<Map<number, Value>>,
  computed: (keys: readonly number[]) => Promise<Map<number, Value>>,
): Promise<Map<number, Value>> {
  const found = await kept(keys);
  const others = keys.filter((key) => !found.has(key));
  return others.length === 0 ? found : new Map([...found, ...(await computed(others))]);
}
