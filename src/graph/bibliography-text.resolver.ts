import { Arg, FieldResolver, Resolver, Root } from "type-graphql";
import { CitationStyle } from "../common/bibliography-format";
import { Cost } from "../common/cost/cost";
import { WrittenBibliography, WrittenReference } from "../domain/bibliography/bibliography.types";
import { bibliographyWriters, writeBibliography } from "../exporters/bibliographies";
import { formatReferences } from "../exporters/bibliographies/references";
import { safeFileName } from "../exporters/tables/file-name";

/** Writes the bibliographies that the domain gathers: only here do domain and writers meet. */
@Resolver(() => WrittenBibliography)
export class BibliographyTextResolver {
  @Cost({ once: 2 })
  @FieldResolver(() => String, { description: "The bibliography, written." })
  async text(@Root() { format, works }: WrittenBibliography): Promise<string> {
    const pieces: string[] = [];
    for await (const piece of writeBibliography(format, [works])) pieces.push(piece);
    return pieces.join("");
  }

  @Cost({ each: 15, items: 1 })
  @FieldResolver(() => [WrittenReference], {
    description:
      "Each work as a list of references shows it, in the order of the entries. Each is formatted by itself: the same whatever else is listed.",
  })
  references(
    @Root() { works }: WrittenBibliography,
    @Arg("style", () => CitationStyle, {
      defaultValue: CitationStyle.APA,
      description: "In which style.",
    })
    style: CitationStyle,
  ): Promise<WrittenReference[]> {
    return formatReferences(works, style);
  }

  @FieldResolver(() => String, {
    description:
      "What a file of it may be called on any system: lower-case ASCII letters, digits and hyphens.",
  })
  fileName(@Root() { format, name }: WrittenBibliography): string {
    return safeFileName(name, bibliographyWriters[format].extension);
  }

  @FieldResolver(() => String, { description: "Its media type, for `Content-Type`." })
  mediaType(@Root() { format }: WrittenBibliography): string {
    return bibliographyWriters[format].mediaType;
  }
}
