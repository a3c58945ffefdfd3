import type { MigrationInterface, QueryRunner } from "typeorm";

const KEPT = ["kept_split", "kept_ranking", "kept_grouping", "kept_group"];

interface Touch {
  table: string;
  /** What is kept depends on these columns; a change of others leaves it right. */
  columns: string;
  /** Selects the splits that depend on rows that are `touched`. */
  splits: string;
  /** Which groupings depend on it; everything does when not given. */
  groupings?: string[];
}

const ofSubmission = (id: string) =>
  `SELECT x.split_id FROM touched t JOIN score x ON x.submission_id = t.${id}`;

const claims = (kind: string, groupings: string[]): Touch => ({
  table: `${kind}_claim`,
  columns: `id, submission_id, ${kind}_id, basis`,
  splits: ofSubmission("submission_id"),
  groupings,
});

/** Where a thing stands decides on the family of all that is under it, so that every split may depend on it. */
const things = (kind: string, tree: boolean, groupings: string[]): Touch => ({
  table: kind,
  columns: `id, slug, name${tree ? ", parent_id, is_family" : ""}`,
  splits: `SELECT k.split_id FROM kept_split k WHERE EXISTS (
    SELECT FROM touched t WHERE EXISTS (SELECT FROM ${kind}_claim c WHERE c.${kind}_id = t.id)
      ${tree ? `OR EXISTS (SELECT FROM ${kind} u WHERE u.parent_id = t.id)` : ""})`,
  groupings,
});

const LOSS = ["LOSS_FUNCTION", "LOSS_FAMILY"];
const BACKBONE = ["BACKBONE", "BACKBONE_FAMILY"];
const DATASET = ["TRAINING_DATASET"];

const TOUCHES: Touch[] = [
  // As text: equal decimals may be written with different digits.
  {
    table: "score",
    columns: "id, split_id, submission_id, value::text",
    splits: "SELECT split_id FROM touched",
  },
  { table: "submission", columns: "id, submitted_on, label", splits: ofSubmission("id") },
  { table: "split", columns: "id, leaderboard_id", splits: "SELECT id AS split_id FROM touched" },
  {
    table: "leaderboard",
    columns: "id, metric_id",
    splits: "SELECT sp.id AS split_id FROM touched t JOIN split sp ON sp.leaderboard_id = t.id",
  },
  {
    table: "metric",
    columns: "id, direction",
    splits: `SELECT sp.id AS split_id FROM touched t JOIN leaderboard lb ON lb.metric_id = t.id
      JOIN split sp ON sp.leaderboard_id = lb.id`,
  },
  {
    table: "submission",
    columns: "id, training_scale",
    splits: ofSubmission("id"),
    groupings: ["TRAINING_SCALE"],
  },
  { table: "submission", columns: "id, described", splits: ofSubmission("id"), groupings: ["DESCRIBED"] },
  {
    table: "submission_organisation",
    columns: "submission_id, organisation_id",
    splits: ofSubmission("submission_id"),
    groupings: ["ORGANISATION"],
  },
  {
    table: "organisation",
    columns: "id, slug, name",
    splits: `SELECT x.split_id FROM touched t JOIN submission_organisation l ON l.organisation_id = t.id
      JOIN score x ON x.submission_id = l.submission_id`,
    groupings: ["ORGANISATION"],
  },
  {
    table: "test_set_cleaning",
    columns: "submission_id, kind, basis",
    splits: ofSubmission("submission_id"),
    groupings: ["TEST_SET_CLEANING"],
  },
  claims("loss_function", LOSS),
  claims("backbone", BACKBONE),
  claims("training_dataset", DATASET),
  things("loss_function", true, LOSS),
  things("backbone", true, BACKBONE),
  things("training_dataset", false, DATASET),
];

const EVENTS = [
  ["INSERT", "NEW TABLE AS new_rows"],
  ["UPDATE", "OLD TABLE AS old_rows NEW TABLE AS new_rows"],
  ["DELETE", "OLD TABLE AS old_rows"],
] as const;

/** After the triggers of the revision, by whose row writers wait for each other: triggers go by name. */
const triggerName = ({ groupings }: Touch, event: string) =>
  `unkeep_${groupings ? groupings[0].toLowerCase() : "rankings"}_after_${event.toLowerCase()}`;

/**
 * What is kept beside the data: the ranking of each split and figures of groups of its rows. A split is in kept_split,
 * and one of its groupings in kept_grouping, exactly while what is kept of it is right: whoever changes something that
 * it depends on takes it out, in the same transaction.
 */
export class KeepRankings1764000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE kept_split (
        split_id integer PRIMARY KEY,
        leaderboard_id integer NOT NULL,
        total integer NOT NULL,
        best_goodness numeric
      );
      CREATE TABLE kept_ranking (
        split_id integer NOT NULL,
        position integer NOT NULL,
        score_id integer NOT NULL,
        submission_id integer NOT NULL,
        competition_rank integer NOT NULL,
        dense_rank integer NOT NULL,
        equals integer NOT NULL,
        submitted_on date,
        value numeric NOT NULL,
        goodness numeric NOT NULL,
        label text NOT NULL,
        PRIMARY KEY (split_id, position)
      );
      CREATE INDEX ON kept_ranking (score_id);
      CREATE INDEX ON kept_ranking (split_id, goodness DESC, position);
      CREATE TABLE kept_grouping (
        split_id integer NOT NULL,
        grouping text NOT NULL,
        total integer NOT NULL,
        PRIMARY KEY (split_id, grouping)
      );
      CREATE TABLE kept_group (
        split_id integer NOT NULL,
        grouping text NOT NULL,
        place integer NOT NULL,
        key text,
        label text NOT NULL,
        count integer NOT NULL,
        mean float8 NOT NULL,
        median float8 NOT NULL,
        deviation float8,
        min float8 NOT NULL,
        max float8 NOT NULL,
        best_goodness numeric NOT NULL,
        best_score_id integer NOT NULL,
        PRIMARY KEY (split_id, grouping, place)
      );
      CREATE FUNCTION unkeep() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        touched text := CASE TG_OP
          WHEN 'INSERT' THEN format('SELECT %s FROM new_rows', TG_ARGV[0])
          WHEN 'DELETE' THEN format('SELECT %s FROM old_rows', TG_ARGV[0])
          ELSE format('(SELECT %1$s FROM old_rows EXCEPT SELECT %1$s FROM new_rows)
            UNION (SELECT %1$s FROM new_rows EXCEPT SELECT %1$s FROM old_rows)', TG_ARGV[0])
        END;
        groupings text[] := string_to_array(TG_ARGV[2], ' ');
        splits integer[];
      BEGIN
        IF groupings IS NULL THEN
          IF NOT EXISTS (SELECT FROM kept_split) THEN RETURN NULL; END IF;
        ELSIF NOT EXISTS (SELECT FROM kept_grouping k WHERE k.grouping = ANY(groupings)) THEN
          RETURN NULL;
        END IF;
        EXECUTE format('WITH touched AS (%s) SELECT array_agg(DISTINCT split_id) FROM (%s) AS s', touched, TG_ARGV[1])
          INTO splits;
        IF groupings IS NULL THEN
          DELETE FROM kept_split WHERE split_id = ANY(splits);
          DELETE FROM kept_grouping WHERE split_id = ANY(splits);
        ELSE
          DELETE FROM kept_grouping k WHERE k.split_id = ANY(splits) AND k.grouping = ANY(groupings);
        END IF;
        RETURN NULL;
      END $$;
      CREATE FUNCTION drop_kept() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM kept_ranking WHERE split_id IN (SELECT id FROM old_rows);
        DELETE FROM kept_group WHERE split_id IN (SELECT id FROM old_rows);
        RETURN NULL;
      END $$;
      CREATE TRIGGER unkeep_rows_after_delete AFTER DELETE ON split
        REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION drop_kept()`);
    for (const touch of TOUCHES) {
      const args = [touch.columns, touch.splits, ...(touch.groupings ? [touch.groupings.join(" ")] : [])];
      for (const [event, transition] of EVENTS) {
        await runner.query(`
          CREATE TRIGGER ${triggerName(touch, event)} AFTER ${event} ON ${touch.table} REFERENCING ${transition}
            FOR EACH STATEMENT EXECUTE FUNCTION unkeep(${args.map((text) => `'${text}'`).join(", ")})`);
      }
    }
    for (const table of KEPT) {
      await runner.query(`
        CREATE TRIGGER revision_on_truncate BEFORE TRUNCATE ON ${table}
          FOR EACH STATEMENT EXECUTE FUNCTION forbid_truncate()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION unkeep(), drop_kept() CASCADE;
      DROP TABLE ${KEPT.join(", ")}`);
  }
}
