import { undoWrittenImport } from "../../src/importers/undo-import";
import { revisionOf } from "../support/data-edits";
import { FORMAT_FILES, importAs } from "../support/format-cases";
import { graphText } from "../support/graph-text";
import { startTestService, type TestService } from "../support/test-service";

const SUBMISSION = `query ($ref: String!) { submission(ref: $ref) {
  name submittedOn import { number format }
  source { line column document { slug } }
  backbones { basis term backbone { slug } source { line column } }
  scores {
    value reported uncertainty split { slug } leaderboard { slug metric { unit } }
    source { line column document { slug } } import { number }
  }
} }`;

/** A score in few words: where it counts, what it is, and where it stands. */
// biome-ignore lint/suspicious/noExplicitAny: answers are compared with literals, not typed
function inWords(score: any): string {
  const { leaderboard, split, reported, value, uncertainty, source } = score;
  const number = uncertainty === null ? value : `${value}±${uncertainty}`;
  const unit = leaderboard.metric.unit ?? "";
  return `${leaderboard.slug}/${split.slug} "${reported}" ${number}${unit} at ${source.document.slug}:${source.line}:${source.column}`;
}

interface Expected {
  ref: string;
  submission: object;
  scores: string[];
  /** A leaderboard of which no source says what is better, and its submissions from the lowest value up. */
  unknown: { leaderboard: string; lowest: string[] };
}

const EXPECTED: Record<string, Expected> = {
  bundle: {
    ref: "tern",
    submission: {
      ...{ name: "Tern", submittedOn: "2019-05-04" },
      source: { line: 3, column: 2, document: { slug: "boat-race" } },
      backbones: [
        {
          basis: "STATED",
          term: "a fin keel",
          backbone: { slug: "keel" },
          source: { line: 9, column: null },
        },
      ],
    },
    scores: [
      'boats-speed/calm "7.10 ± 0.2" 7.1±0.2kn at boat-race:3:9',
      'boats-spray/calm "0.5" 0.5 at boat-race:3:null',
    ],
    unknown: { leaderboard: "boats-spray", lowest: ["tern"] },
  },
  csv: {
    ref: "small-alpha",
    submission: {
      ...{ name: "Alpha", submittedOn: "2020-01-02" },
      source: { line: 2, column: 1, document: { slug: "small" } },
      backbones: [
        { basis: "STATED", term: "Net 1", backbone: { slug: "net-1" }, source: { line: 2, column: 18 } },
      ],
    },
    scores: ['small-top-1/all "71.50 ± 0.25" 71.5±0.25% at small:2:24', 'small-err/all "3" 3 at small:2:37'],
    unknown: { leaderboard: "small-err", lowest: ["small-alpha", "small-beta"] },
  },
  "megaface-page": {
    ref: "megaface-heron-large",
    submission: {
      ...{ name: "Heron - Large", submittedOn: "2016-07-31", backbones: [] },
      source: { line: 8, column: 1, document: { slug: "megaface-page-results" } },
    },
    scores: [
      'megaface-identification-rate/set-1 "60.125" 60.125% at megaface-page-results:8:26',
      'megaface-identification-rate/set-2 "60.25" 60.25% at megaface-page-results:8:34',
      'megaface-verification-rate/set-1 "72.5" 72.5% at megaface-page-results:143:26',
      'megaface-verification-rate/set-2 "72.5" 72.5% at megaface-page-results:143:32',
    ],
    unknown: {
      leaderboard: "megaface-identification-rate",
      lowest: ["megaface-kite-large", "megaface-heron-large"],
    },
  },
  "model-index": {
    ref: "meadows-1k-hillnet-small",
    submission: {
      ...{ name: "hillnet-small", submittedOn: null },
      source: { line: 12, column: 5, document: { slug: "model-index-zoo" } },
      backbones: [
        {
          basis: "MENTIONED",
          term: "Hill Block",
          backbone: { slug: "hill-block" },
          source: { line: 5, column: 22 },
        },
        {
          basis: "MENTIONED",
          term: "ArcFace",
          backbone: { slug: "arcface" },
          source: { line: 5, column: 34 },
        },
      ],
    },
    scores: [
      'meadows-1k-image-classification-top-1-accuracy/overall "76.10" 76.1 at model-index-zoo:22:27',
      'meadows-1k-image-classification-top-5-accuracy/overall "92.5 ± 0.3" 92.5±0.3 at model-index-zoo:23:27',
      'meadows-1k-image-retrieval-recall-top1-iou-0-5/overall ".931" 0.931 at model-index-zoo:26:42',
    ],
    unknown: {
      leaderboard: "meadows-1k-image-classification-top-1-accuracy",
      lowest: ["meadows-1k-hillnet-small", "meadows-1k-hillnet-large"],
    },
  },
  paperswithcode: {
    ref: "harbour-unnamed-2020-03-04-2020-03-04",
    submission: {
      ...{ name: null, submittedOn: "2020-03-04", backbones: [] },
      source: { line: 22, column: 13, document: { slug: "paperswithcode-tables" } },
    },
    scores: [
      'harbour-reading-signs-words/overall "70.1 ± 0.3" 70.1±0.3 at paperswithcode-tables:28:37',
      'harbour-reading-signs-number-of-params/overall "1,200" 1200 at paperswithcode-tables:28:71',
    ],
    unknown: {
      leaderboard: "harbour-reading-signs-words",
      lowest: [
        "harbour-tern",
        "harbour-unnamed-2020-03-04-2020-03-04",
        "harbour-gull-single-model-arxiv-2001-00001-2020-01-02",
      ],
    },
  },
};

describe.each(Object.entries(EXPECTED))("the format %s", (format, { ref, submission, scores, unknown }) => {
  let service: TestService;
  let empty: string[];
  let slugs: string[];
  const files = FORMAT_FILES[format];
  const state = async () => [await graphText(service.dataSource), await revisionOf(service)];
  const slugsOf = async (of: TestService): Promise<string[]> => {
    const parts = [
      "submission",
      "benchmark",
      "leaderboard",
      "metric",
      "paper",
      "backbone",
      "training_dataset",
    ];
    const slugs = parts.map((part) => `SELECT '${part} ' || slug AS slug FROM ${part}`);
    const rows = await of.dataSource.query(`${slugs.join(" UNION ALL ")} ORDER BY 1`);
    return rows.map(({ slug }: { slug: string }) => slug);
  };

  beforeAll(async () => {
    service = await startTestService("empty");
    empty = await graphText(service.dataSource);
  });
  afterAll(async () => {
    expect(service.logged).toEqual([]);
    await service.close();
  });

  it("says by a dry run what it would do, and writes nothing", async () => {
    const before = await state();
    const dry = await importAs(service.dataSource, format, files, { dryRun: true });
    expect(await state()).toEqual(before);
    const done = await importAs(service.dataSource, format, files);
    expect({ ...done, dryRun: true, id: null, revision: null }).toEqual(dry);
    expect(done.total.created).toBeGreaterThan(15);
    expect(done.files.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
    slugs = await slugsOf(service);
  });

  it("answers by GraphQL with what stands in the files, and where", async () => {
    const { submission: found } = await service.data(SUBMISSION, { ref });
    expect(found).toMatchObject({ ...submission, import: { number: 1, format } });
    expect(found.scores.map(inWords)).toEqual(scores);
    expect(found.scores.every((score: { import: object }) => Object.values(score.import)[0] === 1)).toBe(
      true,
    );
  });

  it("does not guess which values are better, and ranks as the caller says", async () => {
    const { leaderboard, lowest } = unknown;
    const ranking = (argument: string) =>
      `{ leaderboard(ref: "${leaderboard}") { metric { direction } ranking${argument} { nodes { submission { slug } } } } }`;
    const { errors } = await service.ask(ranking(""));
    expect(errors?.[0].extensions).toMatchObject({ code: "DIRECTION_UNKNOWN", argument: "direction" });
    const found = await service.data(ranking("(direction: LOWER_IS_BETTER)"));
    expect(found.leaderboard.metric).toEqual({ direction: "UNKNOWN" });
    const order = found.leaderboard.ranking.nodes.map(
      (node: { submission: { slug: string } }) => node.submission.slug,
    );
    expect(order.slice(0, lowest.length)).toEqual(lowest);
  });

  it("changes nothing the second time, in either order of the files, nor the revision", async () => {
    const before = await state();
    for (const again of [files, [...files].reverse()]) {
      const report = await importAs(service.dataSource, format, again);
      expect(report).toMatchObject({
        id: null,
        revision: null,
        total: { created: 0, changed: 0, removed: 0 },
      });
      expect(report.total.unchanged).toBeGreaterThan(0);
    }
    expect(await state()).toEqual(before);
  });

  it("is taken back without a trace", async () => {
    await undoWrittenImport(service.dataSource, 1);
    expect(await graphText(service.dataSource)).toEqual(empty);
  });

  it("gives the same slugs whatever the order of the files", async () => {
    const other = await startTestService("empty");
    await importAs(other.dataSource, format, [...files].reverse());
    expect(await slugsOf(other)).toEqual(slugs);
    await other.close();
  });
});
