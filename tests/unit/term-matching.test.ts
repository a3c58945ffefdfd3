import { matchTerms } from "../../src/importers/megaface-page/terms/match-terms";
import { FACE_VOCABULARY } from "../support/face-vocabulary";

/** What a text mentions: each as written, with the name of the thing. */
function mentions(text: string, vocabulary = FACE_VOCABULARY): string[] {
  return matchTerms(text, vocabulary).map(({ term, thing }) => `${term} = ${thing.names[0]}`);
}

const ARCFACE_PAPER = "ArcFace: Additive Angular Margin Loss for Deep Face Recognition";

describe("a name is found", () => {
  it.each([
    ["ResNet 50", "ResNet-50"],
    ["Res-Net 50", "ResNet-50"],
    ["resnet50", "ResNet-50"],
    ["RESNET_50", "ResNet-50"],
    ["ResNet‑50", "ResNet-50"],
    ["softmax-loss", "Softmax"],
    ["triplet losses", "Triplet loss"],
    ["Ms Celeb 1M", "MS-Celeb-1M"],
    ["deep residual networks", "ResNet"],
    ["ResNet-50s", "ResNet-50"],
    ["SphereFace+", "SphereFace+"],
  ])("as %s", (written, name) => {
    expect(mentions(`We used ${written} here.`)).toEqual([`${written} = ${name}`]);
  });

  it("with its line and column", () => {
    const [match] = matchTerms("Nothing here.\nWe used ArcFace.", FACE_VOCABULARY);
    expect(match).toMatchObject({ line: 2, column: 9, term: "ArcFace", thing: { kind: "LossFunction" } });
  });

  it("in front of a word that is hung on", () => {
    expect(mentions("ArcFace-based training of a ResNet-like network")).toEqual([
      "ArcFace = ArcFace",
      "ResNet = ResNet",
    ]);
  });

  it("where the space after a full stop was lost", () => {
    expect(mentions("It is deep.ResNet is used")).toEqual(["ResNet = ResNet"]);
  });

  it("misspelt only where the misspelling is an alias, and is kept as written", () => {
    expect(mentions("trained on CAISA and CASAI with DensetNet-69")).toEqual([
      "CAISA = CASIA-WebFace",
      "DensetNet-69 = DenseNet-69",
    ]);
  });
});

describe("a name is not found", () => {
  it.each([
    ["within a longer word", "VGGFace2x, VGGFaces9 and MyArcFace"],
    ["before the number of another model", "ResNet-34 and ResNet152"],
    ["behind the prefix of another loss", "AM-Softmax and L-softmax"],
    ["in its successor's name", "ArcFace+ was used"],
    ["where an article stands before another name", "a triplet"],
    ["where a space is missing that no sign stands for", "arc face and res net"],
  ])("%s", (_, text) => {
    expect(mentions(text)).toEqual([]);
  });

  it("in an article and the name of something else", () => {
    expect(mentions("trained with a softmax")).toEqual(["softmax = Softmax"]);
  });
});

describe("among names within names", () => {
  it("the longest is taken", () => {
    expect(mentions("additive angular margin loss on VGGFace2")).toEqual([
      "additive angular margin loss = ArcFace",
      "VGGFace2 = VGGFace2",
    ]);
  });

  it("the one in brackets is taken that says it more exactly", () => {
    expect(mentions("a deep ResNet model (the 'r100' configuration)")).toEqual(["r100 = ResNet-100"]);
    expect(mentions("an own angular margin loss (a variant of A-Softmax)")).toEqual([
      "A-Softmax = A-Softmax",
    ]);
  });

  it("both are taken where the brackets add something", () => {
    expect(mentions("softmax (with center loss)")).toEqual([
      "softmax = Softmax",
      "center loss = Center loss",
    ]);
  });

  it("none is taken that could be two things of a kind", () => {
    const two = ["Net-1", "Net 1"].map((name, i) => ({
      kind: "Backbone" as const,
      slug: `n${i}`,
      names: [name],
    }));
    expect(mentions("Net_1", two)).toEqual([]);
    expect(mentions("Net 1", two)).toEqual(["Net 1 = Net 1"]);
  });
});

describe("a metric is no loss", () => {
  it.each([
    ["We compare by cosine distance.", []],
    ["We train with cosine loss.", ["cosine loss = Cosine loss"]],
    ["supervised by a verification loss", ["verification loss = Verification loss"]],
  ])("%s", (text, expected) => {
    expect(mentions(text)).toEqual(expected);
  });
});

describe("a reference list states nothing of what was used", () => {
  it.each([
    ["a title with its short name", ARCFACE_PAPER],
    ["a title behind a number", `[1] ${ARCFACE_PAPER}`],
    ["a bibliographic entry", `Doe J, Roe R, et al. ${ARCFACE_PAPER}[J]. arXiv preprint, 2018.`],
  ])("%s", (_, line) => {
    expect(mentions(line)).toEqual([`${ARCFACE_PAPER} = ${ARCFACE_PAPER}`]);
  });

  it.each([
    ["a title that is not known", "Angular Margin Losses with Attention to Slow Birds"],
    ["a method's name and a title that is not known", "TopNet: softmax in a world of many slow birds"],
    ["a label", "A-Softmax and its variant:"],
    ["a mark for a link", "[2] Center loss:"],
    ["a link", "[ArcFace code]("],
  ])("%s", (_, line) => {
    expect(mentions(line)).toEqual([]);
  });

  it("but a sentence with a title in it states what else is in it", () => {
    expect(mentions(`A ResNet learned by a cosine loss, refer to ${ARCFACE_PAPER} We like it`)).toEqual([
      "ResNet = ResNet",
      "cosine loss = Cosine loss",
      `${ARCFACE_PAPER} = ${ARCFACE_PAPER}`,
    ]);
  });

  it("and a short title counts only where it stands alone", () => {
    expect(mentions("we do deep face recognition")).toEqual([]);
    expect(mentions("[3] Deep Face Recognition")).toEqual(["Deep Face Recognition = Deep Face Recognition"]);
  });

  it("and few names in a line are no title", () => {
    expect(mentions("ResNet-100 with ArcFace on MS-Celeb-1M")).toHaveLength(3);
  });
});

describe("what was not used is left out", () => {
  it.each([
    "Compared to ArcFace, it is slower.",
    "It differs from softmax.",
    "better than ArcFace and softmax",
    "without any center loss",
    "We used an own loss instead of triplet loss.",
    "We used the noises list proposed by ArcFace.",
    "ArcFace clean list",
    "For testing we took the clean codes of ArcFace.",
    "On the clean images given by ArcFace it is good.",
    "Faces are detected by a ResNet-50.",
    "a ResNet-50 for face detection",
    "The list excludes all images. We removed VGGFace2 identities.",
    "We removed the overlap with VGGFace from our own set.",
    "In evaluation, we cleaned the MegaFace set.",
    "For MegaFace evaluation a list was used.",
    'like our entry named "ArcFace on VGGFace2"',
  ])("%s", (text) => {
    expect(mentions(text)).toEqual([]);
  });

  it.each([
    ["Unlike others, we used ArcFace.", "ArcFace"],
    ["not only softmax", "softmax"],
    ["more than 2 million images of MS-Celeb-1M", "MS-Celeb-1M"],
    ["without pre-training on VGGFace2", "VGGFace2"],
    ["We cleaned the MS-Celeb-1M images.", "MS-Celeb-1M"],
    ["removed the overlap with others from VGGFace2", "VGGFace2"],
    ["the loss proposed by ArcFace", "ArcFace"],
    ["Custom version of ArcFace.", "ArcFace"],
    ["a set of ResNet-50 models without face alignment", "ResNet-50"],
  ])("but not in: %s", (text, term) => {
    expect(matchTerms(text, FACE_VOCABULARY).map((match) => match.term)).toEqual([term]);
  });
});

it("takes a text of one long line in a short time", () => {
  expect(matchTerms("ResNet-50 with ArcFace, ".repeat(20_000), FACE_VOCABULARY)).toHaveLength(40_000);
});
