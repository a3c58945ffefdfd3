import type { NamedPaper } from "../../src/importers/named-result";
import { readRows } from "../support/paperswithcode";

async function paperOf(paper_url: string | null, paper_title: string | null = "") {
  const { results, problems } = await readRows(JSON.stringify({ paper_url, paper_title, model_name: "M" }));
  const paper: Partial<NamedPaper> = { ...results[0].submission.papers?.[0] };
  delete paper.place;
  return { paper, distinction: results[0].submission.distinction, problems };
}

describe("a paper", () => {
  it.each([
    ["https://arxiv.org/abs/2012.03173v3", { arxivId: "2012.03173" }, "arXiv 2012.03173"],
    ["http://arxiv.org/pdf/1908.00059.pdf", { arxivId: "1908.00059" }, "arXiv 1908.00059"],
    ["https://arxiv.org/abs/Math.GT/0309136", { arxivId: "math/0309136" }, "arXiv math/0309136"],
    ["https://doi.org/10.48550/arXiv.1801.07698", { arxivId: "1801.07698" }, "arXiv 1801.07698"],
    [
      "https://pubs.example.org/doi/abs/10.1021/CI100050T?x=1",
      { doi: "10.1021/CI100050T" },
      "doi 10.1021/ci100050t",
    ],
    ["https://dx.doi.org/10.1000/a%20b(c)", {}, "dx.doi.org/10.1000/a%20b(c)"],
    ["https://dx.doi.org/10.1000/a%28c%29", { doi: "10.1000/a(c)" }, "doi 10.1000/a(c)"],
    ["https://doi.org/10.1000/a%zz", { doi: "10.1000/a%zz" }, "doi 10.1000/a%zz"],
    ["https://x.example/view?doi=10.1.1.108.1370", {}, "x.example/view?doi=10.1.1.108.1370"],
    ["https://arxiv.org/abs/2013.03173", {}, "arxiv.org/abs/2013.03173"],
  ])("is known by what its address %s has in it", async (url, ids, distinction) => {
    expect(await paperOf(url)).toEqual({ paper: { ...ids, url }, distinction, problems: [] });
  });

  it("has a title, unless that is an address or only a reference", async () => {
    const url = "https://arxiv.org/abs/2012.03173";
    const arxivId = "2012.03173";
    expect((await paperOf(url, "Signs: a survey of 2012")).paper.title).toBe("Signs: a survey of 2012");
    expect((await paperOf("", url)).paper).toEqual({ arxivId, url });
    expect((await paperOf("", `(Some University) ${url}`)).paper).toEqual({ arxivId, url });
    expect((await paperOf(url, "Smith, Li  et al., ACL'19")).paper).toEqual({ arxivId, url });
  });

  it("may be known by its title alone, but not by a reference", async () => {
    expect(await paperOf(null, "Gulls  Read Signs")).toEqual({
      paper: { title: "Gulls  Read Signs" },
      distinction: "gulls read signs",
      problems: [],
    });
    expect(await paperOf("", "Smith et al., 2019")).toEqual({
      paper: {},
      distinction: undefined,
      problems: ["2:31 warning: paper_title refers to a paper but is not its title; it is left out."],
    });
    expect((await paperOf(null, null)).paper).toEqual({});
  });

  it("has an address without what stands around it", async () => {
    expect(await paperOf(") https://code.example/a_(b))")).toEqual({
      paper: { url: "https://code.example/a_(b)" },
      distinction: "code.example/a_(b)",
      problems: [
        "2:14 warning: paper_url has more in it than an address; only https://code.example/a_(b) is kept.",
      ],
    });
    expect((await paperOf("ask us")).problems).toEqual([
      '2:14 warning: paper_url must be an address that begins with https:// or http://, not "ask us"; it is left out.',
    ]);
  });

  it("is one in all rows that name it: with the first address and the first title", async () => {
    const row = (model_name: string, paper_url: string, paper_title: string) =>
      JSON.stringify({ model_name, paper_url, paper_title });
    const { results, problems } = await readRows(
      row("M", "http://arxiv.org/pdf/2001.00001.pdf", ""),
      row("N", "https://arxiv.org/abs/2001.00001", "Signs"),
      row("O", "https://arxiv.org/abs/2001.00001v2", "Signs, again"),
      row("P", "https://arxiv.org/abs/2001.00001v2", "SIGNS"),
      row("Q", "https://arxiv.org/abs/2001.00001v2", "Signs,  again"),
    );
    const papers = results.flatMap(({ submission }) => submission.papers ?? []);
    const same = { arxivId: "2001.00001", url: "http://arxiv.org/pdf/2001.00001.pdf", title: "Signs" };
    expect(papers.map(({ place, ...paper }) => [place.line, paper])).toEqual(
      [2, 3, 4, 5, 6].map((line) => [line, same]),
    );
    expect(problems).toEqual([
      '4:82 warning: this paper has another title on line 3, "Signs"; that one is kept.',
    ]);
  });
});
