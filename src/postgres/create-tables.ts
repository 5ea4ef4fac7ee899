import { Table, TableForeignKey, type EntityManager } from 'typeorm';

/**
 * The tables of one release, in a schema that is new. They are made from the entities, as in the embedded database,
 * and never changed: the next release gets its own.
 */
export async function createTables(manager: EntityManager, schema: string): Promise<void> {
  const { runner, entityMetadatas, driver } = toolsOf(manager);
  await runner.createSchema(schema);
  for (const metadata of entityMetadatas) {
    const table = Table.create(metadata, driver);
    for (const column of table.columns) {
      // Text is ordered by its bytes, as SQLite does it, whatever the language of the database.
      if (column.type === 'text') column.collation = 'C';
    }
    await runner.createTable(table);
  }
}

/** Once the rows are there, so that each reference is checked in one go. */
export async function addForeignKeys(manager: EntityManager): Promise<void> {
  const { runner, entityMetadatas, driver } = toolsOf(manager);
  for (const metadata of entityMetadatas) {
    const keys = metadata.foreignKeys.map((key) => TableForeignKey.create(key, driver));
    if (keys.length > 0) await runner.createForeignKeys(Table.create(metadata, driver), keys);
  }
}

function toolsOf({ queryRunner, dataSource }: EntityManager) {
  if (!queryRunner) throw new Error('Tables are made within a transaction.');
  return { runner: queryRunner, entityMetadatas: dataSource.entityMetadatas, driver: dataSource.driver };
}
