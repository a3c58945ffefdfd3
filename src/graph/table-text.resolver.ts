import { FieldResolver, Resolver, Root } from "type-graphql";
import { Cost } from "../common/cost/cost";
import { WrittenTable } from "../domain/table/table.types";
import { tableWriters } from "../exporters/tables";
import { safeFileName } from "../exporters/tables/file-name";

/** Writes the tables that the domain fills: only here do domain and writers meet. */
@Resolver(() => WrittenTable)
export class TableTextResolver {
  @FieldResolver(() => String, { description: "The table, written." })
  // For each row, as what is within a table is: it can be asked for again and again under other names.
  @Cost({ once: 1 })
  async text(@Root() { format, table, guardFormulas }: WrittenTable): Promise<string> {
    const pieces: string[] = [];
    for await (const piece of tableWriters[format].write(table, { guardFormulas })) pieces.push(piece);
    return pieces.join("");
  }

  @FieldResolver(() => String, {
    description:
      "What a file of it may be called on any system: lower-case ASCII letters, digits and hyphens.",
  })
  fileName(@Root() { format, table }: WrittenTable): string {
    return safeFileName(table.name, tableWriters[format].extension);
  }

  @FieldResolver(() => String, { description: "Its media type, for `Content-Type`." })
  mediaType(@Root() { format }: WrittenTable): string {
    return tableWriters[format].mediaType;
  }
}
