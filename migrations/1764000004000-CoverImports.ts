import type { MigrationInterface, QueryRunner } from "typeorm";

/** What is answered about imports is data too: a change of it advances the revision, by whatever way it comes. */
export class CoverImports1764000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [event, transition] of [
      ["INSERT", "NEW"],
      ["UPDATE", "NEW"],
      ["DELETE", "OLD"],
    ]) {
      await runner.query(`
        CREATE TRIGGER revision_after_${event.toLowerCase()} AFTER ${event} ON import
          REFERENCING ${transition} TABLE AS changed
          FOR EACH STATEMENT EXECUTE FUNCTION advance_data_revision()`);
    }
    await runner.query(`
      CREATE TRIGGER revision_on_truncate BEFORE TRUNCATE ON import
        FOR EACH STATEMENT EXECUTE FUNCTION forbid_truncate()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const event of ["after_insert", "after_update", "after_delete", "on_truncate"]) {
      await runner.query(`DROP TRIGGER revision_${event} ON import`);
    }
  }
}
