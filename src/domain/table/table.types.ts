import { ArgsType, Field, Int, ObjectType } from "type-graphql";
import type { Table } from "../../common/table";
import { TableFormat } from "../../common/table-format";
import { Basis } from "../claim/basis";

@ObjectType("TableColumn", { description: "A column of a table." })
export class WrittenColumn {
  @Field({ description: "Its name for programs, the header in CSV, TSV and JSON Lines." })
  key: string;

  @Field({ description: "Its name for people, the header in Markdown, LaTeX and HTML." })
  heading: string;
}

@ObjectType("Table", { description: "An answer as a table in a format of choice, of the rows of one page." })
export class WrittenTable {
  table: Table;

  guardFormulas: boolean;

  @Field(() => TableFormat, { description: "How it is written." })
  format: TableFormat;

  @Field({ description: "Caption: the one that was given, or what is listed." })
  caption: string;

  @Field({ description: "By what a text refers to it: LaTeX's label, and the id of the HTML element." })
  label: string;

  @Field(() => [String], {
    description:
      "What must be known to read it: what the values are and which are better, the rule of ranks, the day, what was left out, the version of the data. They stand under the table where the format has a place for them.",
  })
  notes: string[];

  @Field(() => [WrittenColumn], { description: "Its columns, in order." })
  columns: WrittenColumn[];

  @Field(() => Int, { description: "How many rows it has, without the header." })
  rowCount: number;
}

/** What every table can be asked for. */
@ArgsType()
export class TableArgs {
  @Field(() => TableFormat, { description: "How to write it." })
  format: TableFormat;

  @Field(() => String, { nullable: true, description: "Caption; what is listed when not given." })
  caption?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "By what a text refers to it: up to 100 ASCII letters, digits and `:.-/`, such as `tab:identification`. Made from what is listed when not given.",
  })
  label?: string | null;

  @Field(() => [Basis], {
    nullable: true,
    description:
      "Bases on which a claim or fact is listed; [STATED, INHERITED] when not given. What does not rest on STATED bears a mark that the table explains.",
  })
  basis?: Basis[] | null;

  @Field(() => Boolean, {
    defaultValue: true,
    description:
      "Whether CSV and TSV have an apostrophe before texts that a spreadsheet would execute as a formula, such as `=1+1`. Numbers never have one.",
  })
  guardFormulas: boolean;
}
