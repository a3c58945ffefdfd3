import { Basis } from "../../src/domain/claim/basis";
import type { ClaimRecord } from "../../src/domain/claim/claim.commands";
import { CleaningKind } from "../../src/domain/claim/test-set-cleaning.entity";
import type { SubmissionRecord } from "../../src/domain/submission/submission.commands";
import { loadRecords } from "../../src/importers/load";
import { countRows, revisionOf } from "../support/data-edits";
import { records, submission } from "../support/factories";
import { startTestService, type TestService } from "../support/test-service";

const stated = (thing: string, term = thing): ClaimRecord => ({ thing, basis: Basis.STATED, term, line: 7 });
const onlyDiffersFrom = (...bases: string[]) => ({
  variantOf: bases.map((base) => ({ submission: base, onlyDifference: true })),
});

let service: TestService;
beforeEach(async () => {
  service = await startTestService("empty");
});
afterEach(async () => {
  expect(service.logged).toEqual([]);
  await service.close();
});

function load(...submissions: SubmissionRecord[]) {
  const named = (slug: string) => ({ slug, name: slug });
  return loadRecords(
    service.dataSource,
    records({
      lossFunctions: [named("arcface"), named("softmax"), named("triplet")],
      backbones: [named("resnet"), named("densenet")],
      submissions,
    }),
  );
}

/** Each loss and backbone of a submission as `basis thing < where it is inherited from`. */
async function claims(slug: string): Promise<string[]> {
  const { submission: found } = await service.data(
    `query ($slug: String!) { submission(ref: $slug) {
      lossFunctions { basis term thing: lossFunction { slug } inheritedFrom { slug } source { line } }
      backbones { basis term thing: backbone { slug } inheritedFrom { slug } source { line } }
    } }`,
    { slug },
  );
  const shown = (claim: {
    basis: string;
    thing: { slug: string } | null;
    inheritedFrom: { slug: string } | null;
  }) =>
    `${claim.basis} ${claim.thing?.slug ?? "?"}${claim.inheritedFrom ? ` < ${claim.inheritedFrom.slug}` : ""}`;
  return [...found.lossFunctions, ...found.backbones].map(shown);
}

it("follows the base when it changes, though the variant is not imported again", async () => {
  await load(
    submission("base", { lossFunctions: [stated("arcface")], backbones: [stated("resnet")] }),
    submission("variant", onlyDiffersFrom("base")),
  );
  expect(await claims("variant")).toEqual(["INHERITED arcface < base", "INHERITED resnet < base"]);
  await load(submission("base", { lossFunctions: [stated("softmax")] }));
  expect(await claims("variant")).toEqual(["INHERITED softmax < base"]);
});

it("keeps the words and the line of the base", async () => {
  await load(
    submission("base", { lossFunctions: [stated("arcface", "arcface loss")] }),
    submission("variant", onlyDiffersFrom("base")),
  );
  const { submission: found } = await service.data(
    `{ submission(ref: "variant") { lossFunctions { term source { line } } } }`,
  );
  expect(found.lossFunctions).toEqual([{ term: "arcface loss", source: { line: 7 } }]);
});

it("goes down a chain of variants, whatever their order, and names the one that states it", async () => {
  await load(
    submission("third", onlyDiffersFrom("second")),
    submission("second", { ...onlyDiffersFrom("first"), backbones: [stated("densenet")] }),
    submission("first", { lossFunctions: [stated("arcface")], backbones: [stated("resnet")] }),
  );
  expect(await claims("second")).toEqual(["INHERITED arcface < first", "STATED densenet"]);
  expect(await claims("third")).toEqual(["INHERITED arcface < first", "INHERITED densenet < second"]);
});

it("leaves the losses alone that a variant states itself, and brings the backbones", async () => {
  await load(
    submission("base", {
      lossFunctions: [stated("arcface"), stated("softmax")],
      backbones: [stated("resnet")],
    }),
    submission("variant", { ...onlyDiffersFrom("base"), lossFunctions: [stated("triplet")] }),
  );
  expect(await claims("variant")).toEqual(["STATED triplet", "INHERITED resnet < base"]);
});

it("brings from each of two bases the kinds that the other says nothing of", async () => {
  await load(
    submission("base", { backbones: [stated("resnet")] }),
    submission("other base", { lossFunctions: [stated("arcface")] }),
    submission("variant", onlyDiffersFrom("base", "other-base")),
  );
  expect(await claims("variant")).toEqual(["INHERITED arcface < other-base", "INHERITED resnet < base"]);
});

it("takes each kind from the first base that says something of it, in the order of the record", async () => {
  const first = { backbones: [stated("resnet")], lossFunctions: [stated("softmax")] };
  await load(
    submission("root", first),
    submission("waiting", onlyDiffersFrom("root")),
    submission("other", { backbones: [stated("densenet")], lossFunctions: [stated("arcface")] }),
    submission("variant", onlyDiffersFrom("waiting", "other")),
  );
  expect(await claims("variant")).toEqual(["INHERITED softmax < root", "INHERITED resnet < root"]);
});

it("gives way when the variant states something, and comes back when it no longer does", async () => {
  const base = submission("base", { lossFunctions: [stated("arcface")] });
  await load(base, submission("variant", onlyDiffersFrom("base")));
  await load(submission("variant", { ...onlyDiffersFrom("base"), lossFunctions: [stated("arcface")] }));
  expect(await claims("variant")).toEqual(["STATED arcface"]);
  await load(submission("variant", onlyDiffersFrom("base")));
  expect(await claims("variant")).toEqual(["INHERITED arcface < base"]);
});

it("ends when the difference is no longer called the only one", async () => {
  const base = submission("base", { lossFunctions: [stated("arcface")] });
  await load(base, submission("variant", onlyDiffersFrom("base")));
  await load(submission("variant", { variantOf: [{ submission: "base", onlyDifference: false }] }));
  expect(await claims("variant")).toEqual([]);
});

it("keeps a vague claim vague", async () => {
  await load(
    submission("base", { lossFunctions: [{ basis: Basis.VAGUE, term: "a combined loss" }] }),
    submission("variant", onlyDiffersFrom("base")),
  );
  expect(await claims("variant")).toEqual(["VAGUE ? < base"]);
});

it("brings the cleaning of the test set only where the variant says nothing of it", async () => {
  const cleaning = { kind: CleaningKind.PUBLISHED_LIST, term: "the list", line: 9 } as const;
  await load(
    submission("base", { testSetCleaning: cleaning }),
    submission("silent", onlyDiffersFrom("base")),
    submission("other", {
      ...onlyDiffersFrom("base"),
      testSetCleaning: { ...cleaning, kind: CleaningKind.NONE },
    }),
  );
  const asked = `{ testSetCleaning { kind basis inheritedFrom { slug } } }`;
  const { silent, other } = await service.data(
    `{ silent: submission(ref: "silent") ${asked} other: submission(ref: "other") ${asked} }`,
  );
  expect(silent.testSetCleaning).toEqual({
    kind: "PUBLISHED_LIST",
    basis: "INHERITED",
    inheritedFrom: { slug: "base" },
  });
  expect(other.testSetCleaning).toEqual({ kind: "NONE", basis: "STATED", inheritedFrom: null });
});

it("never brings citations", async () => {
  const papers = [{ slug: "paper", title: "Paper" }];
  const base = submission("base", { citations: [{ paper: "paper" }] });
  const submissions = [base, submission("variant", onlyDiffersFrom("base"))];
  await loadRecords(service.dataSource, records({ papers, submissions }));
  const { paper, submission: variant } = await service.data(
    `{ paper(ref: "paper") { citedBy { nodes { slug } } } submission(ref: "variant") { citedPapers { paper { slug } } } }`,
  );
  expect(paper.citedBy.nodes).toEqual([{ slug: "base" }]);
  expect(variant.citedPapers).toEqual([]);
});

it("changes nothing when the same is imported again", async () => {
  const submissions = [
    submission("third", onlyDiffersFrom("second")),
    submission("second", onlyDiffersFrom("first")),
    submission("first", { lossFunctions: [stated("arcface")], backbones: [stated("resnet")] }),
  ];
  await load(...submissions);
  const revision = await revisionOf(service);
  expect(await load(...submissions)).toMatchObject({ created: 0, changed: 0, removed: 0 });
  expect(await revisionOf(service)).toBe(revision);
});

it("is refused in a circle, also when one import closes what another began", async () => {
  const refused = /^Submissions are variants of each other in a circle: (one, two|two, one)\.$/;
  await load(submission("outside"), submission("zero", onlyDiffersFrom("outside")));
  const innocent = submission("a", onlyDiffersFrom("one"));
  const one = submission("one", onlyDiffersFrom("two"));
  const two = submission("two", onlyDiffersFrom("one"));
  await expect(load(innocent, one, two)).rejects.toThrow(refused);
  await load(submission("two"));
  await load(innocent, one);
  const before = [await revisionOf(service), await countRows(service)];
  await expect(load(two)).rejects.toThrow(refused);
  expect([await revisionOf(service), await countRows(service)]).toEqual(before);
});
