import { gzipSync } from "node:zlib";
import { type InputFile, inputFromText } from "../../src/importers/input/input-file";

/** A good small file of each format and syntax, which are spoilt in many ways. */
export const GOOD: Record<string, { format: string; name: string; text: string }> = {
  "bundle in YAML": {
    ...{ format: "bundle", name: "b.yaml" },
    text: `sources:
  - { slug: s, title: S }
benchmarks:
  - { slug: b, name: B }
submissions:
  - { slug: a, name: Alpha, benchmark: b, submittedOn: 2020-01-02, source: { document: s, line: 1 } }
`,
  },
  "bundle in JSON": {
    ...{ format: "bundle", name: "b.json" },
    text: JSON.stringify(
      {
        sources: [{ slug: "s", title: "S" }],
        benchmarks: [{ slug: "b", name: "B" }],
        submissions: [
          {
            slug: "a",
            name: "Alpha",
            benchmark: "b",
            submittedOn: "2020-01-02",
            source: { document: "s", line: 1 },
          },
        ],
      },
      null,
      1,
    ),
  },
  "bundle in JSON Lines": {
    ...{ format: "bundle", name: "b.jsonl" },
    text: `{"sources":{"slug":"s","title":"S"}}
{"benchmarks":{"slug":"b","name":"B"}}
{"submissions":{"slug":"a","name":"Alpha","benchmark":"b","submittedOn":"2020-01-02","source":{"document":"s","line":1}}}
`,
  },
  "tables in CSV": {
    ...{ format: "csv", name: "t.csv" },
    text: "model,day,net,top1,err\nAlpha,2020-01-02,N,71.5,1\n",
  },
  "tables in JSON": {
    ...{ format: "csv", name: "t.json" },
    text: JSON.stringify([{ model: "Alpha", day: "2020-01-02", net: "N", top1: "71.5", err: "1" }], null, 1),
  },
  paperswithcode: {
    ...{ format: "paperswithcode", name: "p.json" },
    text: JSON.stringify(
      [
        {
          task: "T",
          datasets: [
            {
              dataset: "D",
              sota: {
                metrics: ["M"],
                rows: [{ model_name: "Alpha", paper_date: "2020-01-02", metrics: { M: "71.5" } }],
              },
            },
          ],
        },
      ],
      null,
      1,
    ),
  },
  "model-index": {
    ...{ format: "model-index", name: "m.yml" },
    text: "Models:\n  - Name: Alpha\n    Results:\n      - Task: T\n        Dataset: D\n        Metrics: { M: 71.5 }\n",
  },
  "model card": {
    ...{ format: "model-index", name: "c.md" },
    text: `---
model-index:
  - name: Alpha
    results:
      - task: { type: t }
        dataset: { type: d, name: D }
        metrics: [{ type: m, value: 71.5 }]
---
Text.
`,
  },
  "megaface-page": {
    ...{ format: "megaface-page", name: "f.txt" },
    text: "Identification Rate vs. Distractors Size\n\nAlgorithm Date Submitted Set 1 Set 2 Data Set Size\nAlpha 3/9/2018 71.5% 70% Large\n",
  },
};

/** What can befall any file, and what is said of it in every format. */
export const SPOILT: [what: string, spoil: (text: string) => string | Buffer, said: RegExp][] = [
  [
    "a file in Latin-1",
    (text) => Buffer.from(text.replace("Alpha", "Älpha"), "latin1"),
    /^:\d+:\d+: the byte C4 is not UTF-8\. Save the file as UTF-8\.$/,
  ],
  [
    "UTF-16 without a mark",
    (text) => Buffer.from(text, "utf16le"),
    /^:1:1: the file seems to be UTF-16\. Save it as UTF-8\.$/,
  ],
  [
    "a zip archive under another name",
    () => Buffer.from("PK\x03\x04\x14\0\0\0\x08\0data", "latin1"),
    /^:1:1: this is a zip archive, or an Excel or Word file, not a text of data\./,
  ],
  [
    "a gzip archive",
    (text) => gzipSync(text),
    /^:1:1: this is a gzip archive, not a text of data\. Unpack it first\.$/,
  ],
  ["an empty file", () => "", /^:1:1: the file is empty\.$/],
  [
    "a NUL character",
    (text) => text.replace("Alpha", "Al\0pha"),
    /^:\d+:\d+: a NUL character, which no text may hold\./,
  ],
  [
    "a character that is cut off",
    (text) => Buffer.concat([Buffer.from(text), Buffer.from([0xe2, 0x82])]),
    /^:\d+:\d+: the file ends within a character: it was cut off, or is not UTF-8\./,
  ],
];

/** A file of so many megabytes that is made up while it is read; `read` counts those that were asked for. */
export function endless(name: string, head: string, piece: string, megabytes: number) {
  const chunk = Buffer.from(piece.repeat(Math.ceil(2 ** 20 / piece.length)));
  const counted = { read: 0 };
  const file: InputFile = {
    name,
    async *bytes() {
      yield Buffer.from(head);
      for (; counted.read < megabytes; counted.read += 1) yield chunk;
    },
  };
  return { file, counted };
}

/** YAML of ten lines that would stand for ten thousand million values. */
export function yamlBomb(key: string): string {
  const names = "abcdefghij";
  const lines = [...names].map((name, i) => {
    const item = i === 0 ? "x" : `*${names[i - 1]}`;
    return `${name}: &${name} [${Array(10).fill(item).join(", ")}]`;
  });
  return `${lines.join("\n")}\n${key}: *j\n`;
}

/** A file of a kind of good ones, with another text. */
export function spoilt(kind: string, content: string | Buffer): InputFile {
  return inputFromText(GOOD[kind].name, content);
}
