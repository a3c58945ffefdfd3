import { ArgsType, Field, Int, ObjectType } from "type-graphql";
import { BibliographyFormat } from "../../common/bibliography-format";
import type { Citable } from "../../common/citable";
import { PaperRole } from "./papers-behind";

@ObjectType("Reference", { description: "A work as a list of references shows it." })
export class WrittenReference {
  @Field({ description: "The key of the work's entry, by which a text refers to it." })
  key: string;

  @Field({ description: "The reference in the style asked for, without markup." })
  text: string;
}

@ObjectType("Bibliography", {
  description: "Works to be cited, each once, in a format of choice. What is not known of them is left out.",
})
export class WrittenBibliography {
  works: readonly Citable[];

  /** What files of it are called, but for their ending; written in any way. */
  name: string;

  @Field(() => BibliographyFormat, { description: "How it is written." })
  format: BibliographyFormat;

  @Field(() => [String], {
    description:
      "The keys of its entries, in order. A paper's key is its slug; a key stays the same whatever else is listed.",
  })
  keys: string[];

  @Field(() => Int, { description: "How many entries it has." })
  entryCount: number;
}

@ArgsType()
export class BibliographyArgs {
  @Field(() => BibliographyFormat, {
    defaultValue: BibliographyFormat.BIBTEX,
    description: "How to write it.",
  })
  format: BibliographyFormat;
}

@ArgsType()
export class PapersBehindArgs extends BibliographyArgs {
  @Field(() => [PaperRole], {
    defaultValue: [PaperRole.CITED],
    description: "Which papers: in which ways they are behind the submissions.",
  })
  papers: PaperRole[];
}

/** Works as the bibliography that is answered with. */
export function writtenBibliography(
  name: string,
  works: readonly Citable[],
  { format }: BibliographyArgs,
): WrittenBibliography {
  return { works, name, format, keys: works.map(({ key }) => key), entryCount: works.length };
}
