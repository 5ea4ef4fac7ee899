import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The register of the releases that the database holds. It outlives them, so it is changed by migrations only. */
export class CreateRegister1764547200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "kobling"."release" (
      "schema" text PRIMARY KEY,
      "checksum" text NOT NULL,
      "layout" text NOT NULL,
      "version" text NOT NULL,
      "number" integer NOT NULL UNIQUE,
      "switchedAt" timestamptz NOT NULL
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "kobling"."release"`);
  }
}
