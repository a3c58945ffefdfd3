import { LEADERBOARDS, SPLITS_PER_LEADERBOARD } from "../sizes";

/**
 * SQL that fills the graph with one set-based statement for each table. `u(salt, i)` is a number from 0 up to 1, the
 * same one for the same seed; its powers make few things used by many and many by few. `:n` is the number of
 * submissions. Half of them belong to benchmark 1, a quarter to benchmark 2, the others to 3 and 4.
 */
export function graphRows(): string[] {
  return [...CATALOGUE, ...PEOPLE_AND_METHODS, ...SUBMISSIONS, ...LINKS];
}

/** The benchmark of submission `i`, as SQL. */
export const BENCHMARK_OF = "(ARRAY[1,1,1,1,1,1,1,1,1,1,2,2,2,2,2,3,3,3,4,4])[1 + i % 20]";

/** The benchmark of leaderboard `g`, as SQL: benchmark 1 has the first half of them. */
const BENCHMARK_OF_LEADERBOARD =
  "CASE WHEN g <= 100 THEN 1 WHEN g <= 150 THEN 2 WHEN g <= 180 THEN 3 ELSE 4 END";

const CATALOGUE = [
  `INSERT INTO source (id, slug, title, url)
   SELECT g, 'source-' || g, 'Source ' || g, 'https://example.org/source/' || g FROM generate_series(1, 20) g`,
  `INSERT INTO benchmark (id, slug, name, name_key)
   SELECT g, 'benchmark-' || g, 'Benchmark ' || g, 'benchmark ' || g FROM generate_series(1, 4) g`,
  `INSERT INTO metric (id, slug, name, unit, direction, minimum, maximum) VALUES
    (1, 'accuracy', 'Accuracy', '%', 'HIGHER_IS_BETTER', 0, 100),
    (2, 'error-rate', 'Error rate', '%', 'LOWER_IS_BETTER', 0, 100)`,
  `INSERT INTO leaderboard (id, slug, name, name_key, benchmark_id, metric_id, position)
   SELECT g, 'board-' || g, 'Board ' || g, 'board ' || g, ${BENCHMARK_OF_LEADERBOARD},
     CASE WHEN g % 5 = 0 THEN 2 ELSE 1 END, g
   FROM generate_series(1, ${LEADERBOARDS}) g`,
  `INSERT INTO split (id, leaderboard_id, slug, name, position, is_default)
   SELECT (g - 1) * ${SPLITS_PER_LEADERBOARD} + k, g, 'set-' || k, 'Set ' || k, k, k = 1
   FROM generate_series(1, ${LEADERBOARDS}) g, generate_series(1, ${SPLITS_PER_LEADERBOARD}) k`,
];

const tree = (table: string, name: string, families: number, members: number) => `
  INSERT INTO ${table} (id, slug, name, name_key, parent_id, is_family, introduced_by_id)
  SELECT g, '${name.toLowerCase()}-' || g, '${name} ' || g, '${name.toLowerCase()} ' || g,
    CASE WHEN g <= ${families} THEN NULL
      WHEN g <= ${families} + ${members} / 2 THEN 1 + (g - ${families} - 1) % ${families}
      ELSE ${families} + 1 + floor(u(11, g) * (${members} / 2))::integer END,
    g <= ${families}, 1 + floor(u(12, g) * :n / 10)::integer
  FROM generate_series(1, ${families + members}) g ORDER BY g`;

const PEOPLE_AND_METHODS = [
  `INSERT INTO organisation (id, slug, name, name_key, name_kind)
   SELECT g, 'lab-' || g, 'Lab ' || g, 'lab ' || g, CASE WHEN g % 20 = 0 THEN 'PERSON' ELSE 'ORGANISATION' END
   FROM generate_series(1, :n / 20) g`,
  `INSERT INTO paper (id, slug, title, title_key, authors, year, venue, venue_key, arxiv_id)
   SELECT g, 'paper-' || g, 'Paper ' || g, 'paper ' || g, ARRAY['A. Author ' || g % 97, 'B. Author ' || g % 89],
     2010 + floor(u(13, g) * 15)::integer, 'Venue ' || g % 30, 'venue ' || g % 30,
     to_char(1001 + g / 99999, 'FM0000') || '.' || to_char(g % 99999, 'FM00000')
   FROM generate_series(1, :n / 10) g`,
  tree("loss_function", "Loss", 8, 52),
  tree("backbone", "Net", 15, 135),
  `INSERT INTO training_dataset (id, slug, name, name_key, introduced_by_id)
   SELECT g, 'data-' || g, 'Data ' || g, 'data ' || g, 1 + floor(u(14, g) * :n / 10)::integer
   FROM generate_series(1, 40) g`,
];

const SUBMISSIONS = [
  `INSERT INTO submission (id, slug, name, name_key, label, benchmark_id, submitted_on, training_scale, described,
     description_line, summary, ensemble_size, source_id, source_line)
   SELECT i, 'method-' || i, 'Method ' || digits, 'method ' || digits, 'Method ' || digits, ${BENCHMARK_OF},
     CASE WHEN u(21, i) < 0.95 THEN date '2015-01-01' + floor(u(22, i) * 3650)::integer END,
     CASE WHEN u(23, i) < 0.4 THEN 'LARGE' WHEN u(23, i) < 0.8 THEN 'SMALL' END,
     described, CASE WHEN described THEN i END,
     CASE WHEN described THEN 'Trained as described in the paper, with changes of its own (' || digits || ').' END,
     CASE WHEN described AND u(25, i) < 0.2 THEN 2 + floor(u(26, i) * 7)::integer END,
     1 + i % 20, i
   FROM (SELECT i, to_char(i, 'FM0000000') AS digits, u(24, i) < 0.7 AS described
     FROM generate_series(1, :n) i) AS numbered`,
];

/** A claim of each submission for which `u(salt, i)` is below `share`, on the thing that `thing` computes. */
const claims = (
  kind: string,
  salt: number,
  share: number,
  position: number,
  thing: string,
  more = ["", ""],
) => `
  INSERT INTO ${kind}_claim (submission_id, ${kind}_id, basis, modified, term, position, source_id, source_line ${more[0]})
  SELECT i, CASE WHEN basis <> 'VAGUE' THEN ${thing} END, basis, u(${salt + 1}, i) < 0.15, 'as written ' || ${position} || '.' || i % 50,
    ${position}, 1 + i % 20, i ${more[1]}
  FROM (SELECT i, CASE WHEN u(${salt + 2}, i) < 0.8 THEN 'STATED' WHEN u(${salt + 2}, i) < 0.9 THEN 'CITED'
      WHEN u(${salt + 2}, i) < 0.95 THEN 'MENTIONED' ELSE 'VAGUE' END AS basis
    FROM generate_series(1, :n) i WHERE u(${salt}, i) < ${share}) AS claiming`;

const identities = [", identities, images", ", 1000 + i % 9000, 100000 + i % 900000"];

const LINKS = [
  `INSERT INTO submission_organisation (submission_id, organisation_id, position)
   SELECT i, 1 + floor(power(u(31, i), 2) * (:n / 20))::integer, 1
   FROM generate_series(1, :n) i WHERE u(32, i) < 0.95`,
  `INSERT INTO submission_organisation (submission_id, organisation_id, position)
   SELECT submission_id, 1 + organisation_id % (:n / 20), 2
   FROM submission_organisation WHERE u(33, submission_id) < 0.2`,
  claims("loss_function", 41, 0.85, 1, "9 + floor(power(u(44, i), 2) * 52)::integer"),
  claims("loss_function", 45, 0.25, 2, "9 + (1 + floor(power(u(44, i), 2) * 52)::integer) % 52"),
  claims("backbone", 51, 0.8, 1, "16 + floor(power(u(54, i), 2) * 135)::integer"),
  claims("training_dataset", 61, 0.7, 1, "1 + floor(power(u(64, i), 2) * 40)::integer", identities),
  claims(
    "training_dataset",
    65,
    0.3,
    2,
    "1 + (1 + floor(power(u(64, i), 2) * 40)::integer) % 40",
    identities,
  ),
  `INSERT INTO test_set_cleaning (submission_id, kind, basis, term, source_id, source_line)
   SELECT i, (ARRAY['NONE', 'PUBLISHED_LIST', 'OWN'])[1 + i % 3], 'STATED', 'as written', 1 + i % 20, i
   FROM generate_series(1, :n) i WHERE u(71, i) < 0.3`,
  `INSERT INTO citation (submission_id, paper_id, position, source_id, source_line)
   SELECT i, 1 + (floor(power(u(72, i), 3) * (:n / 10))::integer + k) % (:n / 10), k, 1 + i % 20, i
   FROM generate_series(1, :n) i, LATERAL generate_series(1, floor(u(73, i) * 4)::integer) k`,
  `INSERT INTO variant (submission_id, base_id, only_difference, differences, source_id, source_line)
   SELECT i, i - 20, false, ARRAY['a larger network'], 1 + i % 20, i
   FROM generate_series(21, :n) i WHERE u(74, i) < 0.1`,
  `INSERT INTO alias (text, key, submission_id)
   SELECT 'The method ' || i, 'the method ' || i, i FROM generate_series(1, :n, 10) i`,
  `INSERT INTO alias (text, key, organisation_id)
   SELECT 'Laboratory ' || i, 'laboratory ' || i, i FROM generate_series(1, :n / 20, 3) i`,
  `INSERT INTO alias (text, key, loss_function_id)
   SELECT 'Loss No. ' || i, 'loss no. ' || i, i FROM generate_series(1, 60) i`,
];
