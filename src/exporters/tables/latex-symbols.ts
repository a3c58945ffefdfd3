const math = (pairs: Record<string, string>) =>
  Object.entries(pairs).map(([symbol, code]): [string, string] => [symbol, `$${code}$`]);

const GREEK = [
  ..."αalpha βbeta γgamma δdelta εvarepsilon ζzeta ηeta θtheta ιiota κkappa λlambda μmu νnu ξxi πpi ρrho".split(
    " ",
  ),
  ..."σsigma ςvarsigma τtau υupsilon φvarphi χchi ψpsi ωomega ΓGamma ΔDelta ΘTheta ΛLambda ΞXi ΠPi".split(
    " ",
  ),
  ..."ΣSigma ΥUpsilon ΦPhi ΨPsi ΩOmega".split(" "),
].map((pair): [string, string] => [pair[0], `$\\${pair.slice(1)}$`]);

const raised = (digits: string, place: "^" | "_") =>
  [...digits].map((digit, i): [string, string] => [digit, `$${place}{${i}}$`]);

/** Characters that the fonts of pdfLaTeX lack, or that mean something to LaTeX, and how they are written there. */
export const LATEX_SYMBOLS: ReadonlyMap<string, string> = new Map([
  ["\\", "\\textbackslash{}"],
  ["~", "\\textasciitilde{}"],
  ["^", "\\textasciicircum{}"],
  ["`", "\\textasciigrave{}"],
  ["<", "\\textless{}"],
  [">", "\\textgreater{}"],
  ["|", "\\textbar{}"],
  // Languages of babel give it a meaning; the number of the character has none.
  ['"', "{\\char34}"],
  // Behind a line's end, these would belong to the command that ends it.
  ["[", "{[}"],
  ["]", "{]}"],
  ["*", "{*}"],
  ...[..."&%$#_{}"].map((character): [string, string] => [character, `\\${character}`]),
  ["–", "--"],
  ["—", "---"],
  ["‐", "-"],
  ["‑", "-"],
  ["‘", "`"],
  ["’", "'"],
  ["“", "``"],
  ["”", "''"],
  ["…", "\\ldots{}"],
  ["•", "\\textbullet{}"],
  ["†", "\\dag{}"],
  ["‡", "\\ddag{}"],
  ["§", "\\S{}"],
  ["¶", "\\P{}"],
  ["©", "\\copyright{}"],
  ["®", "\\textregistered{}"],
  ["™", "\\texttrademark{}"],
  ["€", "\\texteuro{}"],
  ["°", "$^{\\circ}$"],
  ["ı", "\\i{}"],
  ...math({
    "±": "\\pm",
    "×": "\\times",
    "÷": "\\div",
    "−": "-",
    "·": "\\cdot",
    "≤": "\\leq",
    "≥": "\\geq",
    "≠": "\\neq",
    "≈": "\\approx",
    "∼": "\\sim",
    "∞": "\\infty",
    "∈": "\\in",
    "√": "\\surd",
    "∑": "\\sum",
    "∂": "\\partial",
    "∇": "\\nabla",
    "→": "\\rightarrow",
    "←": "\\leftarrow",
    "↔": "\\leftrightarrow",
    "↑": "\\uparrow",
    "↓": "\\downarrow",
    "⇒": "\\Rightarrow",
    "★": "\\star",
    "☆": "\\star",
    µ: "\\mu",
    ℓ: "\\ell",
  }),
  ...GREEK,
  ...raised("⁰¹²³⁴⁵⁶⁷⁸⁹", "^"),
  ...raised("₀₁₂₃₄₅₆₇₈₉", "_"),
]);

/** Combining marks, and the accents that put them over or under a letter. */
export const LATEX_ACCENTS: ReadonlyMap<string, string> = new Map([
  ["\u0300", "\\`"],
  ["\u0301", "\\'"],
  ["\u0302", "\\^"],
  ["\u0303", "\\~"],
  ["\u0304", "\\="],
  ["\u0306", "\\u"],
  ["\u0307", "\\."],
  ["\u0308", '\\"'],
  ["\u030A", "\\r"],
  ["\u030B", "\\H"],
  ["\u030C", "\\v"],
  ["\u0323", "\\d"],
  ["\u0327", "\\c"],
  ["\u0331", "\\b"],
]);
