import { startTestService, type TestService } from "../support/test-service";

const BOARD = "megaface-identification";
const ENTRIES = /^@[a-z]+\{([^,]+),$/gm;

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.close());

const keysOf = (text: string) => [...text.matchAll(ENTRIES)].map(([, key]) => key);

type Cites = { citedPapers: { paper: { slug: string } }[] };

const citedBy = (submissions: Cites[]) => [
  ...new Set(submissions.flatMap(({ citedPapers }) => citedPapers.map(({ paper }) => paper.slug))),
];

const CITED = "citedPapers { paper { slug } }";
const WRITTEN = "{ keys entryCount text fileName mediaType }";

describe("the papers behind answers of the default data", () => {
  it("are what the submissions of a ranking cite, each once", async () => {
    const { ranking } = (
      await service.data(`{ leaderboard(ref: "${BOARD}") { ranking(first: 100) {
        nodes { submission { ${CITED} } } bibliography ${WRITTEN} } } }`)
    ).leaderboard;
    const expected = citedBy(ranking.nodes.map(({ submission }: { submission: Cites }) => submission));
    expect(expected.length).toBeGreaterThan(2);
    expect(ranking.bibliography).toMatchObject({
      keys: expected,
      entryCount: expected.length,
      fileName: "papers-behind-megaface-identification-set-1.bib",
      mediaType: "application/x-bibtex; charset=utf-8",
    });
    expect(keysOf(ranking.bibliography.text)).toEqual(expected);
  });

  it("are those of the page of submissions, from whichever side, of one, and of compared ones", async () => {
    const list = `(first: 60) { nodes { slug ${CITED} } bibliography ${WRITTEN} }`;
    const data = await service.data(
      `{ submissions${list} lossFunction(ref: "ArcFace") { submissions${list} } }`,
    );
    for (const { nodes, bibliography } of [data.submissions, data.lossFunction.submissions]) {
      expect(bibliography.keys).toEqual(citedBy(nodes));
      expect(bibliography.keys.length).toBeGreaterThan(0);
    }
    const citing = data.submissions.nodes.filter(({ citedPapers }: Cites) => citedPapers.length > 0);
    const [one, other] = citing;
    const { submission, comparison } = await service.data(`{
      submission(ref: "${one.slug}") { bibliography ${WRITTEN} }
      comparison(refs: ["${one.slug}", "${other.slug}"]) { bibliography ${WRITTEN} } }`);
    expect(submission.bibliography.keys).toEqual(citedBy([one]));
    expect(comparison.bibliography.keys).toEqual(citedBy([one, other]));
  });

  it("are on demand those that introduced what is used, and no others", async () => {
    const used = (field: string, thing: string) =>
      `${field}(basis: [STATED, INHERITED]) { ${thing} { introducedBy { slug } } }`;
    const { submissions } = await service.data(`{ submissions(first: 100) {
      nodes { ${used("lossFunctions", "lossFunction")} ${used("backbones", "backbone")}
        ${used("trainingDatasets", "trainingDataset")} }
      bibliography(papers: [INTRODUCING]) { keys }
      both: bibliography(papers: [CITED, INTRODUCING]) { keys } cited: bibliography { keys } } }`);
    // biome-ignore lint/suspicious/noExplicitAny: answers are compared, not typed
    const things = submissions.nodes.flatMap((node: any) =>
      [...node.lossFunctions, ...node.backbones, ...node.trainingDatasets].map(
        (claim) => (claim.lossFunction ?? claim.backbone ?? claim.trainingDataset)?.introducedBy?.slug,
      ),
    );
    const expected = new Set(things.filter(Boolean));
    expect(expected.size).toBeGreaterThan(5);
    expect(new Set(submissions.bibliography.keys)).toEqual(expected);
    expect(new Set(submissions.both.keys)).toEqual(new Set([...expected, ...submissions.cited.keys]));
    expect(submissions.both.keys).toHaveLength(new Set(submissions.both.keys).size);
  });

  it("say of all papers what the papers say, and nothing else", async () => {
    const { papers } = await service.data(`{ papers(first: 100) {
      nodes { slug title authors year venue arxivId doi url }
      bibliography(format: CSL_JSON) { text fileName } } }`);
    const items = JSON.parse(papers.bibliography.text);
    expect(papers.bibliography.fileName).toBe("papers.json");
    expect(items).toHaveLength(papers.nodes.length);
    for (const [i, { slug, title, authors, doi, arxivId, venue }] of papers.nodes.entries()) {
      const item = items[i];
      expect(item).toMatchObject({ id: slug, title });
      expect(item.author?.length ?? 0).toBe(authors.length);
      expect(item.DOI ?? null).toBe(doi);
      expect(JSON.stringify(item).includes("arXiv:")).toBe(arxivId !== null);
      expect("container-title" in item).toBe(venue !== null && !/^arxiv/i.test(venue));
    }
  });

  it("have the same entries in all formats", async () => {
    const { papers } = await service.data(`{ papers(first: 100) {
      bibtex: bibliography(format: BIBTEX) { keys text }
      biblatex: bibliography(format: BIBLATEX) { text }
      ris: bibliography(format: RIS) { text mediaType fileName } } }`);
    const { keys } = papers.bibtex;
    expect(keysOf(papers.bibtex.text)).toEqual(keys);
    expect(keysOf(papers.biblatex.text)).toEqual(keys);
    expect([...papers.ris.text.matchAll(/^ID {2}- (.*)\r$/gm)].map(([, key]) => key)).toEqual(keys);
    expect(papers.ris.fileName).toBe("papers.ris");
  });

  it("come as references in a style", async () => {
    const { paper } = await service.data(`{ paper(ref: "deng-2018-arcface") { citeAs {
      apa: references { key text } harvard: references(style: HARVARD) { text } text } } }`);
    expect(paper.citeAs.apa).toEqual([
      {
        key: "deng-2018-arcface",
        text: "Deng, J., Guo, J., Xue, N., & Zafeiriou, S. (2019). ArcFace: Additive Angular Margin Loss for Deep Face Recognition. CVPR 2019. https://doi.org/10.1109/CVPR.2019.00482",
      },
    ]);
    expect(paper.citeAs.harvard[0].text).toMatch(/^Deng, J\. et al\. \(2019\)/);
    expect(keysOf(paper.citeAs.text)).toEqual(["deng-2018-arcface"]);
  });
});

describe("what can be cited itself", () => {
  it("is a submission, with its organisations, its day and the version of the data", async () => {
    const { meta, submissions } = await service.data(`{ meta { dataVersion revision }
      submissions(first: 100) { nodes { slug label submittedOn source { document { url } } organisations { name }
        citeAs(format: CSL_JSON) { text keys } } } }`);
    for (const { slug, label, submittedOn, organisations, source, citeAs } of submissions.nodes) {
      const [item] = JSON.parse(citeAs.text);
      expect(citeAs.keys).toEqual([`submission:${slug}`]);
      expect(item).toMatchObject({
        title: label.replace(/\s+/g, " ").trim(),
        genre: "Submission to MegaFace",
        note: `Scoregraph, data version ${meta.dataVersion} (revision ${meta.revision})`,
      });
      const names = (item.author ?? []).map(({ literal }: { literal: string }) => literal);
      expect(names).toEqual(organisations.map(({ name }: { name: string }) => name));
      expect(item.issued?.["date-parts"][0] ?? null).toEqual(submittedOn?.split("-").map(Number) ?? null);
      expect(item.URL ?? null).toBe(source.document.url ?? null);
    }
  });

  it("are the data, by their version", async () => {
    const { meta } = await service.data(`{ meta { dataVersion revision changedAt
      citeAs(format: BIBLATEX) { text fileName references { text } } } }`);
    const { dataVersion, revision, changedAt, citeAs } = meta;
    expect(citeAs.text).toBe(`@dataset{scoregraph:${dataVersion},
  author = {{The Scoregraph authors}},
  title = {Scoregraph},
  date = {${changedAt.slice(0, 10)}},
  version = {${dataVersion}},
  note = {Data version ${dataVersion}, revision ${revision}}
}
`);
    expect(citeAs.references[0].text).toContain(`(Version ${dataVersion})`);
  });
});

it("reads citations and papers once, however many submissions there are", async () => {
  const query = (first: number) =>
    `{ submissions(first: ${first}) { bibliography(papers: [CITED, INTRODUCING]) { text } } }`;
  const { statements: few } = await service.ask(query(20));
  const { statements: many } = await service.ask(query(60));
  expect(many.length).toBe(few.length);
});

it("keeps keys when other papers come", async () => {
  const query = "{ papers(first: 500) { bibliography { keys text } } }";
  const before = (await service.data(query)).papers.bibliography;
  await service.dataSource.query(`INSERT INTO paper (slug, title, title_key, authors, year)
    SELECT 'a-' || slug, title, title_key, authors, year FROM paper`);
  const after = (await service.data(query)).papers.bibliography;
  expect(after.keys.length).toBe(2 * before.keys.length);
  expect(new Set(after.keys).size).toBe(after.keys.length);
  for (const entry of before.text.split("\n\n")) expect(after.text).toContain(entry);
});
