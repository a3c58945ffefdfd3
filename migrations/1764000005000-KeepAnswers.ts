import type { MigrationInterface, QueryRunner } from "typeorm";

/** Answers that can be cited. They are no data: to keep one does not advance the revision. */
export class KeepAnswers1764000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE kept_answer (
        id text PRIMARY KEY CHECK (id ~ '^[0-9a-z]{20}$'),
        title text NOT NULL,
        query text NOT NULL,
        variables text NOT NULL,
        answer bytea NOT NULL,
        content_hash text NOT NULL CHECK (content_hash ~ '^[0-9a-f]{64}$'),
        revision bigint NOT NULL,
        data_changed_at text NOT NULL,
        service_version text NOT NULL,
        kept_at timestamptz NOT NULL DEFAULT now()
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE kept_answer`);
  }
}
