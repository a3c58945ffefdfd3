import type { MigrationInterface, QueryRunner } from "typeorm";

const TABLES = [
  "source",
  "source_gap",
  "benchmark",
  "metric",
  "leaderboard",
  "split",
  "organisation",
  "paper",
  "loss_function",
  "backbone",
  "training_dataset",
  "submission",
  "submission_organisation",
  "variant",
  "likely_description",
  "score",
  "loss_function_claim",
  "backbone_claim",
  "training_dataset_claim",
  "test_set_cleaning",
  "citation",
  "alias",
];

/** Every transaction that changes a row of the graph advances the revision once, whoever made it. */
export class CreateDataRevision1764000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE data_revision (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        revision bigint NOT NULL,
        changed_at timestamptz NOT NULL,
        transaction_id xid8 NOT NULL
      );
      INSERT INTO data_revision (revision, changed_at, transaction_id)
        VALUES (0, now(), pg_current_xact_id());
      CREATE FUNCTION advance_data_revision() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM changed) THEN
          UPDATE data_revision
            SET revision = revision + 1, changed_at = now(), transaction_id = pg_current_xact_id()
            WHERE transaction_id <> pg_current_xact_id();
        END IF;
        RETURN NULL;
      END $$;
      CREATE FUNCTION forbid_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'truncate of % would not advance the data revision; use delete', TG_TABLE_NAME;
      END $$;`);
    for (const table of TABLES) {
      for (const [event, transition] of [
        ["INSERT", "NEW"],
        ["UPDATE", "NEW"],
        ["DELETE", "OLD"],
      ]) {
        await runner.query(`
          CREATE TRIGGER revision_after_${event.toLowerCase()} AFTER ${event} ON ${table}
            REFERENCING ${transition} TABLE AS changed
            FOR EACH STATEMENT EXECUTE FUNCTION advance_data_revision()`);
      }
      await runner.query(`
        CREATE TRIGGER revision_on_truncate BEFORE TRUNCATE ON ${table}
          FOR EACH STATEMENT EXECUTE FUNCTION forbid_truncate()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      for (const event of ["after_insert", "after_update", "after_delete", "on_truncate"]) {
        await runner.query(`DROP TRIGGER revision_${event} ON ${table}`);
      }
    }
    await runner.query(`DROP TABLE data_revision`);
    await runner.query(`DROP FUNCTION advance_data_revision(), forbid_truncate()`);
  }
}
