import { writeImport } from "../../src/importers/write-import";
import { Dice } from "../support/oracle/population";
import { randomImport } from "../support/random-imports";
import { startTestService, type TestService } from "../support/test-service";
import { applyToModel, type Model, type ModelSubmission, type Said } from "../support/write-model";

let service: TestService;
beforeEach(async () => {
  service = await startTestService("empty");
});
afterEach(async () => {
  expect(service.logged).toEqual([]);
  await service.close();
});

const THING = { lossFunctions: "loss_function", backbones: "backbone", trainingDatasets: "training_dataset" };

/** What the database knows, in the words of the model. */
async function known(): Promise<Model> {
  const query = (text: string) => service.dataSource.query(text);
  const submissions = new Map<string, ModelSubmission>();
  const byId = new Map<number, ModelSubmission>();
  for (const row of await query(`
    SELECT t.id, t.slug, d.slug AS document, t.source_line AS line, t.name, t.label, t.submitted_on::text AS "submittedOn",
      t.training_scale AS "trainingScale", t.reported_by AS "reportedBy", t.described, t.ensemble_size AS "ensembleSize",
      ARRAY(SELECT a.text FROM alias a WHERE a.submission_id = t.id) AS aliases,
      ARRAY(SELECT o.slug FROM submission_organisation l JOIN organisation o ON o.id = l.organisation_id
        WHERE l.submission_id = t.id ORDER BY l.position) AS organisations,
      (SELECT json_build_object('document', c.slug, 'key', x.kind, 'line', x.source_line) FROM test_set_cleaning x
        JOIN source c ON c.id = x.source_id WHERE x.submission_id = t.id) AS cleaning
    FROM submission t JOIN source d ON d.id = t.source_id`)) {
    const { id, slug, ...columns } = row;
    const submission = {
      ...columns,
      claims: { lossFunctions: [], backbones: [], trainingDatasets: [], citations: [] },
    };
    submissions.set(slug, submission);
    byId.set(id, submission);
  }
  for (const [part, thing] of Object.entries(THING)) {
    for (const row of await query(`
      SELECT x.submission_id, d.slug AS document, x.source_line AS line, thing.slug AS thing, basis, modified, term
      FROM ${thing}_claim x JOIN source d ON d.id = x.source_id LEFT JOIN ${thing} thing ON thing.id = x.${thing}_id
      ORDER BY x.position, x.id`)) {
      const { submission_id, document, line, thing, basis, modified, term } = row;
      byId
        .get(submission_id)
        ?.claims[part].push({ document, key: JSON.stringify([thing, basis, modified, term]), line });
    }
  }
  for (const { submission_id, ...said } of await query(`
    SELECT x.submission_id, d.slug AS document, x.source_line AS line, p.slug AS key
    FROM citation x JOIN source d ON d.id = x.source_id JOIN paper p ON p.id = x.paper_id ORDER BY x.position, x.id`)) {
    byId.get(submission_id)?.claims.citations.push(said);
  }
  const scores = new Map<string, Said>();
  for (const { cell, ...said } of await query(`
    SELECT concat_ws(' ', u.slug, l.slug, p.slug) AS cell, d.slug AS document, coalesce(x.reported, '') AS key,
      x.source_line AS line
    FROM score x JOIN submission u ON u.id = x.submission_id JOIN split p ON p.id = x.split_id
    JOIN leaderboard l ON l.id = p.leaderboard_id JOIN source d ON d.id = x.source_id`)) {
    scores.set(cell, said);
  }
  return { submissions, scores };
}

/** What does not depend on the order in which documents came: each document's claims keep theirs. */
function comparable({ submissions, scores }: Model): object {
  const byDocument = (claims: Said[]) =>
    [...claims].sort((a, b) => (a.document < b.document ? -1 : a.document > b.document ? 1 : 0));
  return {
    scores: Object.fromEntries([...scores].sort()),
    submissions: Object.fromEntries(
      [...submissions].sort().map(([slug, { aliases, claims, ...submission }]) => [
        slug,
        {
          ...submission,
          aliases: [...aliases].sort(),
          claims: Object.fromEntries(Object.entries(claims).map(([part, said]) => [part, byDocument(said)])),
        },
      ]),
    ),
  };
}

test.each(Array.from({ length: 5 }, (_, i) => i + 1))(
  "whole records replace what is known and partial ones add to it, as a model of it does: %i",
  async (seed) => {
    const dice = new Dice(seed);
    const model: Model = { submissions: new Map(), scores: new Map() };
    for (let i = 0; i < 8; i += 1) {
      const records = randomImport(dice, i === 0).map((each) => {
        if (each.section === "submissions") each.record.variantOf = undefined;
        return each;
      });
      await writeImport(service.dataSource, { format: "random" }, () => records);
      applyToModel(model, records);
      expect(comparable(await known())).toEqual(comparable(model));
    }
  },
);
