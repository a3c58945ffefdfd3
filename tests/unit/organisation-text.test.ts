import { organisationsIn, possibleNames } from "../../src/importers/naming/organisation-text";

const KNOWN = ["Google", "DeepMind", "Tencent AI Lab", "AT&T", "Simon and Sons"];
const isKnown = (name: string) => KNOWN.includes(name);

describe("organisations in a text", () => {
  it.each([
    ["Google", ["Google"]],
    ["AT&T", ["AT&T"]],
    ["AT&T Labs", ["AT&T Labs"]],
    ["Simon and Sons", ["Simon and Sons"]],
    ["Acme; Google", ["Acme", "Google"]],
    ["Acme | Beta", ["Acme", "Beta"]],
    ["Acme / Beta + Gamma", ["Acme", "Beta", "Gamma"]],
    ["Acme, Beta", ["Acme", "Beta"]],
    ["Acme/Beta", ["Acme/Beta"]],
    ["Acme, Inc., Beta Co., Ltd.", ["Acme, Inc.", "Beta Co., Ltd."]],
    ["Acme, Columbia University", ["Acme", "Columbia University"]],
    ["Acme (Berlin, Germany), Beta", ["Acme (Berlin, Germany)", "Beta"]],
    ["Google & Acme", ["Google", "Acme"]],
    ["Acme and DeepMind", ["Acme", "DeepMind"]],
    ["Google DeepMind", ["Google", "DeepMind"]],
    ["Google Brain", ["Google Brain"]],
    [" ; ", [" ; "]],
  ])("%s", (text, names) => {
    expect(organisationsIn(text, isKnown)).toEqual({ names, unsure: [] });
  });

  test("what may be one name or two is left whole, and said", () => {
    expect(organisationsIn("Procter & Gamble, Google", isKnown)).toEqual({
      names: ["Procter & Gamble", "Google"],
      unsure: ["Procter & Gamble"],
    });
  });

  test("all names that a text can turn out to hold are known beforehand", () => {
    const text = "Acme & Google, Google DeepMind; Beta, Inc. / Gamma";
    const possible = possibleNames(text);
    for (const { names } of [organisationsIn(text, isKnown), organisationsIn(text, () => false)]) {
      expect(possible).toEqual(expect.arrayContaining(names));
    }
  });
});
