import { firstDifference } from "../bench/check/same-answers";
import { betweenMarkers } from "../bench/report/docs";
import { largestInManyWays } from "../bench/workloads/largest";

describe("the benchmark's comparison of answers", () => {
  it("does not mind the order of keys, nor that of what is linked to one submission", () => {
    const scores = [{ value: 1 }, { value: 2 }];
    const expected = { name: "A", nodes: [{ slug: "a", scores }] };
    const given = { nodes: [{ scores: [...scores].reverse(), slug: "a" }], name: "A" };
    expect(firstDifference(expected, given)).toBeNull();
  });

  it("minds the order of a page, and says where it differs first", () => {
    const page = (...slugs: string[]) => ({ nodes: slugs.map((slug) => ({ slug })) });
    expect(firstDifference(page("a", "b"), page("b", "a"))).toBe('nodes.0.slug is "b", expected "a"');
  });

  it("finds what is missing, what is too much and what is of another type", () => {
    expect(firstDifference({ nodes: [1, 2] }, { nodes: [1] })).toBe("nodes.1 is missing, expected 2");
    expect(firstDifference({ nodes: [1] }, { nodes: [1, 2] })).toBe("nodes.1 is 2, expected missing");
    expect(firstDifference({ value: 1 }, { value: "1" })).toBe('value is "1", expected 1');
    expect(firstDifference(null, { failed: "why" })).toBe('the answer is {"failed":"why"}, expected null');
  });
});

describe("the benchmark's tables in the documentation", () => {
  const text = "Before.\n<!-- measured -->\nold\n<!-- end of measured -->\nAfter.\n";

  it("replace those of the last run, again and again", () => {
    const once = betweenMarkers(text, "new");
    expect(once).toBe("Before.\n<!-- measured -->\n\nnew\n\n<!-- end of measured -->\nAfter.\n");
    expect(betweenMarkers(once, "new")).toBe(once);
  });

  it("need both markers", () => {
    expect(() => betweenMarkers("<!-- measured -->\n", "new")).toThrow("in this order");
  });
});

describe("the benchmark's requests", () => {
  it("name the largest leaderboard in ways that all differ, split by split", async () => {
    const splits = [1, 2, 3].map((splitId) => ({ split: `set-${splitId}`, splitId }));
    const variants = await largestInManyWays((async () => splits) as never);
    const texts = variants.map(({ ref, split }) => `${ref}/${split}`);
    expect(new Set(texts).size).toBe(texts.length);
    expect(new Set(variants.map(({ ref }) => ref.toLowerCase()))).toEqual(new Set(["board-1"]));
  });
});
