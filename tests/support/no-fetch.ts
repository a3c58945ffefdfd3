/** In place of what the citation library would fetch addresses with: nothing of a bibliography is ever fetched. */
export default function fetch(): never {
  throw new Error("A bibliography is written from what is known here; nothing is fetched.");
}

export class Headers {}
