const ARXIV_ID =
  /(?:arxiv\.org\/[a-z-]+\/|\barxiv[:.]\s?|huggingface\.co\/papers\/)(?:([a-z-]+)(?:\.[a-z]{2})?\/(\d{7})|(\d\d(?:0[1-9]|1[0-2])\.\d{4,5}))(?!\d)/i;

/** The arXiv id that an address or a text has in it, without version; null where it has none. */
export function arxivIdIn(text: string): string | null {
  const [, archive, old, id] = ARXIV_ID.exec(text) ?? [];
  return id ?? (old ? `${archive.toLowerCase()}/${old}` : null);
}

const DOI = /(?:\bdoi\.org\/|\bdoi:\s?|\/doi\/(?:[a-z]+\/)?)(10\.\d{4,9}\/[^\s?#"<>]+)/i;

/** The DOI that an address or a text has in it; null where it has none. */
export function doiIn(text: string): string | null {
  const [, doi] = DOI.exec(text) ?? [];
  if (!doi) return null;
  try {
    const decoded = withoutLooseEnd(decodeURIComponent(doi));
    return /[\s\0]/.test(decoded) ? null : decoded;
  } catch {
    return withoutLooseEnd(doi);
  }
}

/** The first web address in a text; null where there is none. */
export function addressIn(text: string): string | null {
  const [address] = /https?:\/\/[^\s/]\S*/i.exec(text) ?? [];
  return address === undefined ? null : withoutLooseEnd(address);
}

/** Without a bracket that closes nothing and the full stop of a sentence, which stand behind an address, not in it. */
function withoutLooseEnd(text: string): string {
  const end = text.at(-1) ?? "";
  const opening = { ")": "(", "]": "[", "}": "{" }[end];
  const loose = opening ? text.split(opening).length < text.split(end).length : /[.,;]/.test(end);
  return loose ? withoutLooseEnd(text.slice(0, -1)) : text;
}

/** The form in which two addresses of one page are the same text. */
export function addressKey(address: string): string {
  const [, host, rest] = /^https?:\/\/(?:www\.)?([^/?#]+)([^#]*)/i.exec(address) ?? [];
  return host === undefined ? address : `${host.toLowerCase()}${rest.replace(/\/+$/, "")}`;
}
