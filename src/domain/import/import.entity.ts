import { Field, Float, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import { Node } from "../node/node.type";

/** How many rows of one table an import made, changed, took away and found as they were. */
export interface TableChanges {
  created: number;
  changed: number;
  removed: number;
  unchanged: number;
}

@Entity()
@ObjectType({
  implements: Node,
  description: "One run in which files were read into the data: all of them together, or nothing.",
})
export class Import {
  @PrimaryGeneratedColumn("identity")
  id: number;

  @Field({ description: "Format that the files were read as." })
  @Column({ type: "text" })
  format: string;

  // Files and problems can be many: they are read only where they are asked for.
  @Column({ type: "jsonb", select: false })
  files: { name: string; bytes: number; sha256: string }[];

  @Column({ type: "timestamptz" })
  startedAt: Date;

  @Column({ type: "timestamptz", nullable: true })
  finishedAt: Date | null;

  @Field(() => Float, {
    nullable: true,
    description: "Revision of the data that the import made, a whole number; null where it made none.",
  })
  @Column({ type: "bigint", nullable: true })
  revision: number | null;

  /** By name of the table. */
  @Column({ type: "jsonb" })
  changes: Record<string, Partial<TableChanges>>;

  @Field(() => Int, {
    description: "How many problems it met; the rest was imported without what they are about.",
  })
  @Column({ type: "integer" })
  problemCount: number;

  @Column({ type: "jsonb", select: false })
  problems: { file: string; line: number; column: number; message: string; level?: string }[];

  @Column({ type: "timestamptz", nullable: true })
  undoneAt: Date | null;
}
