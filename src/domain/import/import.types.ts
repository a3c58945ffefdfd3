import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import type { TableChanges } from "./import.entity";

export enum ProblemLevel {
  ERROR = "ERROR",
  WARNING = "WARNING",
}

registerEnumType(ProblemLevel, {
  name: "ProblemLevel",
  description: "What a problem in an imported file led to.",
  valuesConfig: {
    ERROR: { description: "Nothing could be imported." },
    WARNING: { description: "The rest was imported without it, or as the message says." },
  },
});

@ObjectType({ description: "A file that an import read." })
export class ImportFile {
  @Field({ description: "Name of the file, with its path within the folder that was read." })
  name: string;

  @Field(() => Float, { description: "Its length in bytes, a whole number." })
  bytes: number;

  @Field({
    description: "SHA-256 of its bytes in hexadecimal digits: what tells whether a file is the same.",
  })
  sha256: string;
}

@ObjectType({ description: "Something in an imported file that could not be used, and where it stands." })
export class ImportProblem {
  @Field({ description: "Name of the file." })
  file: string;

  @Field(() => Int, { description: "Line of the file, counted from 1." })
  line: number;

  @Field(() => Int, { description: "Column of the line, counted from 1." })
  column: number;

  @Field({ description: "What was wrong, and what would be right." })
  message: string;

  @Field(() => ProblemLevel, { description: "What it led to." })
  level: ProblemLevel;
}

@ObjectType({ description: "How many records an import made, changed, took away and found as they were." })
export class ImportTotals implements TableChanges {
  @Field(() => Int, { description: "Records that were not there before." })
  created: number;

  @Field(() => Int, { description: "Records that were there and differ now." })
  changed: number;

  @Field(() => Int, { description: "Records that were there and are no more." })
  removed: number;

  @Field(() => Int, { description: "Records that were there and say the same." })
  unchanged: number;
}

@ObjectType({ description: "What an import did to the records of one kind." })
export class ImportChanges extends ImportTotals {
  @Field({ description: "Kind of record, such as `Score` or `LossFunctionClaim`." })
  kind: string;
}
