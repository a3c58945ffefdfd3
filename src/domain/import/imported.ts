import { InterfaceType } from "type-graphql";
import { Column } from "typeorm";

/** A row that names the import that last wrote it. Every table of the graph has this column. */
export abstract class ImportedRow {
  @Column({ type: "integer", nullable: true })
  importId: number | null;
}

@InterfaceType({
  description: "A record that tells which import last wrote it.",
  resolveType: () => undefined,
})
export abstract class Imported {}
