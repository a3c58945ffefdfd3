/** Letters that are no others with accents, as BibTeX's own styles know them. */
export const BIB_LETTERS: ReadonlyMap<string, string> = new Map([
  ["ß", "{\\ss}"],
  ["æ", "{\\ae}"],
  ["Æ", "{\\AE}"],
  ["œ", "{\\oe}"],
  ["Œ", "{\\OE}"],
  ["ø", "{\\o}"],
  ["Ø", "{\\O}"],
  ["ł", "{\\l}"],
  ["Ł", "{\\L}"],
  ["å", "{\\aa}"],
  ["Å", "{\\AA}"],
  ["đ", "{\\dj}"],
  ["Đ", "{\\DJ}"],
  ["ð", "{\\dh}"],
  ["Ð", "{\\DH}"],
  ["þ", "{\\th}"],
  ["Þ", "{\\TH}"],
  ["ı", "{\\i}"],
  // Braces are counted even behind a backslash.
  ["{", "{\\textbraceleft}"],
  ["}", "{\\textbraceright}"],
  // Nothing but LaTeX's tables minds these.
  ["[", "["],
  ["]", "]"],
  ["*", "*"],
]);
